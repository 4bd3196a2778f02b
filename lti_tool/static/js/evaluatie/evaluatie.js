/** Looking back on a plan: every answer saves by itself, and the counts go along. */
import { Allen } from "./evaluatieallen.js";
import { inWoorden, kies, lees, zet } from "./evaluatieitem.js";
import { bedienToetsen, zetTabvolgorde } from "./evaluatietoetsen.js";
import { bewaarItems } from "../opslag/itemopslag.js";

const formulier = document.querySelector("[data-evaluatie]");
const voortgang = document.querySelector("[data-voortgang]");
const basis = formulier.dataset.evaluatie;

const { items, wachtrij, opslag } = bewaarItems([...formulier.querySelectorAll("[data-item]")], {
  lees,
  zet,
  inWoorden,
  adres: (deel) => `${basis}/${deel.dataset.item}`,
}, (item) => {
  bekijk(item.deel);
  tel();
});

/** Cause and remark are there when they are needed, or asked for. */
function zetMeer(uitslag, open) {
  uitslag.querySelector(".uitslag-meer").hidden = !open;
  uitslag.querySelector("[data-meer]").setAttribute("aria-expanded", String(open));
}

function openMeer(uitslag) {
  zetMeer(uitslag, true);
  uitslag.querySelector('[data-veld="oorzaak"]').focus();
}

function bekijk(deel) {
  const { resultaat, oorzaak, toelichting, uitgevoerd, reden } = lees(deel);
  if (!deel.matches(".uitslag")) {
    const vak = deel.querySelector("[data-vak=reden]");
    if (!vak.contains(document.activeElement)) vak.hidden = !reden && uitgevoerd !== "deels" && uitgevoerd !== "nee";
    return;
  }
  const nodig = resultaat === "deels" || resultaat === "niet" || oorzaak || toelichting;
  if (nodig || !deel.querySelector(".uitslag-meer").contains(document.activeElement)) zetMeer(deel, Boolean(nodig));
  zetTabvolgorde(deel);
}

/** "12 van 28", per goal and for the whole page. */
function tel() {
  let gezegd = 0;
  for (const doel of formulier.querySelectorAll("[data-doel]")) {
    const hier = [...doel.querySelectorAll(".uitslag:not([data-weg])")].map((deel) => lees(deel).resultaat);
    const aantal = hier.filter(Boolean).length;
    gezegd += aantal;
    if (!hier.length) continue;
    doel.querySelector("[data-gezegd]").textContent = aantal;
    const delen = ["bereikt", "deels", "niet"].map((woord) => [hier.filter((r) => r === woord).length, woord]);
    doel.querySelector("[data-verdeling]").textContent = delen.filter(([n]) => n).map(([n, woord]) => `${n} ${woord}`).join(", ");
    doel.querySelector("[data-allen] > span").textContent = aantal === hier.length ? "Iedereen:" : aantal ? "De anderen:" : "Alle leerlingen:";
  }
  const rijen = [...formulier.querySelectorAll(".evalrij-hoe")];
  const besluiten = rijen.filter((deel) => lees(deel).besluit).length;
  const balk = voortgang.querySelector("progress");
  balk.value = gezegd;
  voortgang.querySelector("[data-gezegd]").textContent = gezegd;
  voortgang.querySelector("[data-besluiten]").textContent = besluiten;
  voortgang.querySelector("[data-klaar]").hidden = !gezegd || gezegd < balk.max || besluiten < rijen.length;
}

const opSleutel = new Map([...items].map(([deel, item]) => [deel.dataset.item, item]));
for (const doel of formulier.querySelectorAll("[data-doel]:has([data-allen])")) {
  new Allen(doel, wachtrij, basis, opSleutel, (antwoord) => opslag.dispatchEvent(new CustomEvent("opgeslagen", { detail: { antwoord } })));
}
formulier.addEventListener("click", ({ target }) => {
  const knop = target.closest("[data-waarde]");
  if (!knop) return;
  kies(knop);
  items.get(knop.closest("[data-item]")).gekozen();
});
formulier.addEventListener("click", ({ target }) => {
  const knop = target.closest("[data-meer]");
  if (!knop) return;
  const uitslag = knop.closest(".uitslag");
  if (knop.getAttribute("aria-expanded") === "true") zetMeer(uitslag, false);
  else openMeer(uitslag);
});
formulier.addEventListener("submit", (gebeurtenis) => gebeurtenis.preventDefault());
for (const deel of items.keys()) bekijk(deel);
tel();
bedienToetsen(formulier, openMeer);
