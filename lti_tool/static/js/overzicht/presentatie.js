/** The smartboard: one pupil at a time, and one column of all pupils when that is the subject, steered by keys; what is
 * decided meanwhile appears by itself. */
import { vraag } from "../api.js";

const RITME_MS = 3500;
const gegevens = JSON.parse(document.getElementById("presentatie-gegevens").textContent);
const alle = [...document.querySelectorAll("[data-dia]")];
const kies = document.querySelector("[data-kies]");
const teller = document.querySelector("[data-teller]");
const knop = document.querySelector("[data-gesignaleerd]");
const alleenGesignaleerd = () => knop.getAttribute("aria-pressed") === "true";
const reeks = () => alle.filter((dia) => !alleenGesignaleerd() || dia.dataset.signalen);
const omroep = document.querySelector("[data-omroep]");
const kolomVan = (vak) => vak.dataset.cel.split("-")[1];
let nu = null;
let kolom = null; // what is being talked about: it stays large from pupil to pupil

function toon(dia) {
  if (!dia) return;
  nu = dia;
  for (const andere of alle) andere.hidden = andere !== dia;
  kies.value = dia.dataset.dia;
  const rij = reeks();
  const plaats = rij.indexOf(dia) + 1;
  teller.textContent = plaats ? `${plaats} van ${rij.length}` : `${rij.length} leerlingen`;
  history.replaceState(null, "", `#${dia.dataset.dia}`);
  dia.focus({ preventScroll: true });
  belicht();
}

/** Make the chosen column of this pupil large, and say it. Empty texts aren't shown, and have nothing to make large. */
function belicht() {
  const groot = [...nu.querySelectorAll("[data-cel]")].find((vak) => kolomVan(vak) === kolom && !vak.hidden);
  for (const vak of nu.querySelectorAll("[aria-current]")) if (vak !== groot) vak.removeAttribute("aria-current");
  groot?.setAttribute("aria-current", "true");
  groot?.scrollIntoView({ block: "nearest" });
  omroep.textContent = groot ? `${groot.querySelector("dt, h3").textContent}: ${groot.querySelector("dd, p").textContent.trim()}` : "";
}

function stapKolom(richting) {
  const vakken = [...nu.querySelectorAll("[data-cel]:not([hidden])")];
  const plaats = vakken.findIndex((vak) => kolomVan(vak) === kolom);
  // past the last one nothing is large any more
  const volgende = plaats < 0 ? vakken.at(richting > 0 ? 0 : -1) : vakken[plaats + richting];
  kolom = volgende ? kolomVan(volgende) : null;
  belicht();
}

function stap(richting) {
  const rij = reeks();
  const plaats = rij.indexOf(nu);
  // the pupil on the screen may have lost the last signal: then on from where they stand in the class
  if (plaats < 0) toon((richting > 0 ? rij : [...rij].reverse()).find((dia) => Math.sign(alle.indexOf(dia) - alle.indexOf(nu)) === richting) ?? rij[0]);
  else toon(rij[plaats + richting]);
}

function wisselGesignaleerd() {
  knop.setAttribute("aria-pressed", String(!alleenGesignaleerd()));
  const rij = reeks();
  if (!rij.length) {
    knop.setAttribute("aria-pressed", "false");
    omroep.textContent = "Nog niemand is gesignaleerd.";
    teller.textContent = "Nog niemand gesignaleerd";
    return;
  }
  toon(rij.includes(nu) ? nu : rij[0]);
}

async function wisselSchermvullend() {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
  } catch {
    // the platform's frame may forbid it
    omroep.textContent = "Schermvullend kan hier niet. Open Groepswijzer in een nieuw venster.";
  }
}

const TOETSEN = {
  ArrowRight: () => stap(1), PageDown: () => stap(1), " ": () => stap(1),
  ArrowLeft: () => stap(-1), PageUp: () => stap(-1),
  ArrowDown: () => stapKolom(1), ArrowUp: () => stapKolom(-1),
  Home: () => toon(reeks()[0]), End: () => toon(reeks().at(-1)),
  s: wisselGesignaleerd, f: wisselSchermvullend,
  Escape: () => { if (!document.fullscreenElement) document.querySelector("[data-terug]").click(); },
};

document.addEventListener("keydown", (gebeurtenis) => {
  const { key, target } = gebeurtenis;
  if (gebeurtenis.ctrlKey || gebeurtenis.altKey || gebeurtenis.metaKey || !(key in TOETSEN)) return;
  // a list and a button keep their own keys
  if (!nu && key !== "Escape") return;
  if (key !== "Escape" && (target.matches("select") || (key === " " && target.matches("button, a")))) return;
  gebeurtenis.preventDefault();
  TOETSEN[key]();
});
document.addEventListener("click", ({ target }) => {
  const richting = target.closest("[data-stap]")?.dataset.stap;
  if (richting) stap(Number(richting));
  const vak = target.closest("[data-cel]");
  if (!vak) return;
  kolom = vak.hasAttribute("aria-current") ? null : kolomVan(vak);
  belicht();
});
kies?.addEventListener("change", () => toon(alle.find((dia) => dia.dataset.dia === kies.value)));
knop.addEventListener("click", wisselGesignaleerd);
document.querySelector("[data-schermvullend]").addEventListener("click", wisselSchermvullend);

function werkBij(cel) {
  const plek = document.querySelector(`[data-cel="${cel.regel_id}-${cel.kolom_id}"]`);
  if (!plek || Number(plek.dataset.versie) >= cel.versie) return;
  plek.dataset.versie = cel.versie;
  plek.querySelector("[data-waarde]").textContent = cel.waarde || (plek.matches("section") ? "" : "–");
  plek.classList.toggle("onder", cel.onder);
  if (plek.matches("section")) plek.hidden = !cel.waarde;
}

function werkSignalenBij({ regel_id: regel, signalen }) {
  const dia = alle.find((een) => een.dataset.dia === String(regel));
  if (!dia) return;
  dia.dataset.signalen = signalen.join(" ");
  dia.querySelector("[data-dia-signalen]").replaceChildren(...signalen.map((sleutel) => {
    const merk = document.createElement("span");
    merk.textContent = gegevens.redenen[sleutel] ?? sleutel;
    return merk;
  }));
}

async function volg() {
  if (document.visibilityState === "visible") {
    const nieuws = await vraag("GET", `${gegevens.live}&sinds=${gegevens.sinds}`);
    if (nieuws.te_veel) location.reload();
    else if (nieuws.ok) {
      gegevens.sinds = nieuws.laatste;
      nieuws.cellen.forEach(werkBij);
      nieuws.signalen.forEach(werkSignalenBij);
      if (kolom && nieuws.cellen.length) belicht();
    }
  }
  setTimeout(volg, RITME_MS);
}

toon(alle.find((dia) => `#${dia.dataset.dia}` === location.hash) ?? alle[0]);
if (gegevens.live) setTimeout(volg, RITME_MS);
