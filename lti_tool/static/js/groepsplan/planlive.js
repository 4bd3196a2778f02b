/** What colleagues change in the plan appears within seconds; what is being typed here is never touched. */
import { vraag } from "../api.js";
import { VELDEN, doelVan, houder, samen, verschilt } from "./planveld.js";

const RITME_MS = 3500;
const LANGSTE_RITME_MS = 60_000;
const OPLICHTEN_MS = 4000;

export function volgPlan(adres, { wachtrij, opslag, blad }) {
  let ritme = RITME_MS;
  let wekker;
  const wortel = () => document.querySelector("[data-planblad] > [data-vorm]");

  async function kijk() {
    clearTimeout(wekker);
    if (wachtrij.gestopt) return;
    if (document.visibilityState === "visible") await haal();
    wekker = setTimeout(kijk, ritme);
  }

  async function haal() {
    const url = new URL(adres, location.href);
    url.searchParams.set("stempel", wortel().dataset.stempel);
    url.searchParams.set("plaats", document.activeElement.matches(VELDEN) ? document.activeElement.id : "");
    const nieuws = await vraag("GET", url);
    ritme = nieuws.ok ? RITME_MS : Math.min(LANGSTE_RITME_MS, ritme * 2);
    if (!nieuws.ok) return;
    toonAanwezig(nieuws.aanwezig);
    if (!nieuws.velden) return;
    for (const [id, stand] of Object.entries(nieuws.velden)) neemOver(document.getElementById(id), stand);
    for (const [id, stand] of Object.entries(nieuws.doelen)) neemOver(document.getElementById(`${id}-tekst`), stand);
    toonMaat(nieuws.maat);
    // after the fixing every change has its own sign, which the server draws
    if (wortel().dataset.vorm !== nieuws.vorm || "vast" in wortel().dataset) await blad.herteken();
    else wortel().dataset.stempel = nieuws.stempel;
  }

  function neemOver(veld, stand) {
    if (!veld || Number(houder(veld).dataset.versie) >= stand.versie) return;
    // typed here and not yet saved: saving tells of the other's change, and asks
    if (samen(veld).some(verschilt) || opslag.bezig(veld) || veld.closest("[data-toestand=conflict]")) return;
    opslag.neemOver(veld, stand, null);
    const vak = doelVan(veld) ?? veld.closest(".veldvak");
    vak.dataset.vers = "";
    setTimeout(() => delete vak.dataset.vers, OPLICHTEN_MS);
  }

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") kijk();
  });
  wekker = setTimeout(kijk, RITME_MS / 2);
}

function toonMaat({ procent, zin, vol }) {
  const plek = document.querySelector("[data-meter]");
  plek.querySelector("meter").value = Math.min(100, procent);
  plek.querySelector("[data-meterzin]").textContent = zin;
  plek.classList.toggle("vol", vol);
}

function toonAanwezig(aanwezig) {
  for (const vak of document.querySelectorAll(".veldvak[data-ander]")) delete vak.dataset.ander;
  for (const { naam, plaats } of aanwezig) {
    const vak = plaats && document.getElementById(plaats)?.closest(".veldvak");
    if (vak) vak.dataset.ander = naam;
  }
  const plek = document.querySelector("[data-aanwezig]");
  const namen = aanwezig.map(({ naam }) => naam);
  plek.hidden = !namen.length;
  plek.textContent = namen.length ? `Ook hier: ${namen.length > 2 ? `${namen[0]} en ${namen.length - 1} anderen` : namen.join(" en ")}` : "";
  plek.title = namen.join(", ");
}
