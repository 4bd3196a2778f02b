/** Looking back on a plan: every answer saves by itself, and the counts go along. */
import { Allen } from "./evaluatieallen.js";
import { Item } from "./evaluatieitem.js";
import { bedienToetsen, zetTabvolgorde } from "./evaluatietoetsen.js";
import { bewaakVertrek } from "./vertrek.js";
import { volgStatus } from "./status.js";
import { Wachtrij } from "./wachtrij.js";


const formulier = document.querySelector("[data-evaluatie]");
const voortgang = document.querySelector("[data-voortgang]");
const basis = formulier.dataset.evaluatie;
const wachtrij = new Wachtrij();
const items = new Map();
const opslag = Object.assign(new EventTarget(), { onbewaard: () => [...items.values()].filter((item) => item.anders) });

/** Cause and remark are there when they are needed, or asked for. */
function zetMeer(uitslag, open) {
  uitslag.querySelector(".uitslag-meer").hidden = !open;
  uitslag.querySelector("[data-meer]").setAttribute("aria-expanded", String(open));
}

function openMeer(uitslag) {
  zetMeer(uitslag, true);
  uitslag.querySelector('[data-veld="oorzaak"]').focus();
}

function bekijk(item) {
  const { resultaat, oorzaak, toelichting, uitgevoerd, reden } = item.lees();
  if (!item.deel.matches(".uitslag")) {
    const vak = item.deel.querySelector("[data-vak=reden]");
    if (!vak.contains(document.activeElement)) vak.hidden = !reden && uitgevoerd !== "deels" && uitgevoerd !== "nee";
    return;
  }
  const nodig = resultaat === "deels" || resultaat === "niet" || oorzaak || toelichting;
  if (nodig || !item.deel.querySelector(".uitslag-meer").contains(document.activeElement)) zetMeer(item.deel, Boolean(nodig));
  zetTabvolgorde(item.deel);
}

/** "12 van 28", per goal and for the whole page. */
function tel() {
  let gezegd = 0;
  for (const doel of formulier.querySelectorAll("[data-doel]")) {
    const hier = [...doel.querySelectorAll(".uitslag:not([data-weg])")].map((deel) => items.get(deel.dataset.item).lees().resultaat);
    const aantal = hier.filter(Boolean).length;
    gezegd += aantal;
    if (!hier.length) continue;
    doel.querySelector("[data-gezegd]").textContent = aantal;
    const delen = ["bereikt", "deels", "niet"].map((woord) => [hier.filter((r) => r === woord).length, woord]);
    doel.querySelector("[data-verdeling]").textContent = delen.filter(([n]) => n).map(([n, woord]) => `${n} ${woord}`).join(", ");
    doel.querySelector("[data-allen] > span").textContent = aantal === hier.length ? "Iedereen:" : aantal ? "De anderen:" : "Alle leerlingen:";
  }
  const rijen = [...items.values()].filter((item) => item.deel.matches(".evalrij-hoe"));
  const besluiten = rijen.filter((item) => item.lees().besluit).length;
  const balk = voortgang.querySelector("progress");
  balk.value = gezegd;
  voortgang.querySelector("[data-gezegd]").textContent = gezegd;
  voortgang.querySelector("[data-besluiten]").textContent = besluiten;
  voortgang.querySelector("[data-klaar]").hidden = !gezegd || gezegd < balk.max || besluiten < rijen.length;
}

for (const deel of formulier.querySelectorAll("[data-item]")) {
  const item = new Item(deel, wachtrij, basis);
  items.set(item.sleutel, item);
  item.addEventListener("veranderd", () => {
    bekijk(item);
    tel();
    opslag.dispatchEvent(new Event("veranderd"));
  });
  item.addEventListener("conflict", () => opslag.dispatchEvent(new Event("conflict")));
  item.addEventListener("opgeslagen", ({ detail }) => opslag.dispatchEvent(new CustomEvent("opgeslagen", { detail })));
}
for (const doel of formulier.querySelectorAll("[data-doel]:has([data-allen])")) {
  new Allen(doel, wachtrij, basis, items, (antwoord) => opslag.dispatchEvent(new CustomEvent("opgeslagen", { detail: { antwoord } })));
}
formulier.addEventListener("click", ({ target }) => {
  const knop = target.closest("[data-meer]");
  if (!knop) return;
  const uitslag = knop.closest(".uitslag");
  if (knop.getAttribute("aria-expanded") === "true") zetMeer(uitslag, false);
  else openMeer(uitslag);
});
formulier.addEventListener("submit", (gebeurtenis) => gebeurtenis.preventDefault());
for (const item of items.values()) bekijk(item);
tel();
bedienToetsen(formulier, openMeer);
volgStatus(wachtrij, opslag);
bewaakVertrek(wachtrij, opslag, { volledig: false });
