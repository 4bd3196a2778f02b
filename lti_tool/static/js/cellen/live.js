/** What colleagues change appears here within seconds; what somebody is typing is never touched. */
import { toonScore, vakVan, verschilt, zoekVeld } from "./cel.js";
import { vraag } from "../api.js";
import { toonBericht } from "../berichten.js";

const RITME_MS = 3500;
const LANGSTE_RITME_MS = 60_000;
const OPLICHTEN_MS = 4000;
// a screen reader hears of others no more often than this
const MELDING_MS = 15_000;

/** @param live {{url: string, sinds: number} | null} null where nothing can change */
export function volgAnderen(live, wachtrij, signalen) {
  if (!live) return;
  let { sinds } = live;
  let ritme = RITME_MS;
  let wekker;
  const omroep = maakOmroep();

  async function kijk() {
    clearTimeout(wekker);
    if (wachtrij.gestopt) return;
    if (document.visibilityState === "visible") await haal();
    wekker = setTimeout(kijk, ritme);
  }

  async function haal() {
    const url = new URL(live.url, location.href);
    url.searchParams.set("sinds", sinds);
    url.searchParams.set("plaats", plaats());
    const nieuws = await vraag("GET", url);
    ritme = nieuws.ok ? RITME_MS : Math.min(LANGSTE_RITME_MS, ritme * 2);
    if (!nieuws.ok) return;
    sinds = nieuws.laatste;
    if (nieuws.te_veel) return vraagHerladen();
    const namen = nieuws.cellen.filter((cel) => neemOver(cel, wachtrij)).map((cel) => cel.door);
    nieuws.signalen.forEach(({ regel_id: regel, signalen: redenen }) => signalen.neemOver(regel, redenen));
    toonAanwezig(nieuws.aanwezig);
    if (namen.length || nieuws.signalen.length) document.dispatchEvent(new Event("nieuws"));
    omroep(namen);
  }

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") kijk();
  });
  wekker = setTimeout(kijk, RITME_MS / 2);
}

const plaats = () => (document.activeElement?.id.match(/^c\d+-\d+$/) ? document.activeElement.id : "");

/** @returns {boolean} whether the page now shows something new */
function neemOver(cel, wachtrij) {
  const veld = zoekVeld(cel.regel_id, cel.kolom_id);
  if (!veld || Number(veld.dataset.versie) >= cel.versie) return false;
  // typed here and not yet saved: saving tells of the other's change, and asks
  if (verschilt(veld) || wachtrij.heeft(`cel:${veld.id}`)) return false;
  const { selectionStart, selectionEnd } = veld;
  veld.dataset.versie = cel.versie;
  veld.defaultValue = cel.waarde;
  veld.value = cel.waarde;
  if (veld === document.activeElement) veld.setSelectionRange(selectionStart, selectionEnd);
  toonScore(veld, cel);
  licht(vakVan(veld));
  return true;
}

function licht(vak) {
  vak.dataset.vers = "";
  setTimeout(() => delete vak.dataset.vers, OPLICHTEN_MS);
}

function toonAanwezig(aanwezig) {
  for (const vak of document.querySelectorAll("[data-ander]")) delete vak.dataset.ander;
  for (const { naam, plaats: id } of aanwezig) {
    const vak = id && document.getElementById(id)?.closest("[data-kolom]");
    if (vak) vak.dataset.ander = naam;
  }
  const plek = document.querySelector("[data-aanwezig]");
  const namen = aanwezig.map(({ naam }) => naam);
  const kort = namen.length > 2 ? `${namen[0]} en ${namen.length - 1} anderen` : namen.join(" en ");
  plek.hidden = !namen.length;
  plek.textContent = namen.length ? `Ook hier: ${kort}` : "";
  plek.title = namen.join(", ");
}

function maakOmroep() {
  const plek = document.createElement("p");
  plek.className = "visually-hidden";
  plek.setAttribute("aria-live", "polite");
  document.body.append(plek);
  let laatst = 0;
  return (namen) => {
    if (!namen.length || Date.now() - laatst < MELDING_MS) return;
    laatst = Date.now();
    const aantal = namen.length === 1 ? "een cel" : `${namen.length} cellen`;
    plek.textContent = `${[...new Set(namen)].join(" en ")} wijzigde ${aantal}.`;
  };
}

function vraagHerladen() {
  toonBericht("live", {
    soort: "info",
    tekst: "Er is veel veranderd sinds je dit overzicht opende.",
    knop: { tekst: "Overzicht opnieuw laden", actie: () => document.dispatchEvent(new Event("herlaad", { cancelable: true })) && location.reload() },
  });
}
