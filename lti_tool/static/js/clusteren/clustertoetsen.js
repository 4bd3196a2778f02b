/** The board without a mouse: a card has the focus, and a key says where it goes. */
import { kaartVan, kolommen, kolomVan, zeg } from "./clusterbord.js";
import { verplaats } from "./clusteracties.js";

const plek = document.querySelector("[data-bordplek]");
const zichtbaar = (knop) => !knop.closest("details:not([open])");

/** Where a key sends a card from its column: the data-waar of a column, or null for no such column. */
function bestemming(toets, kolom) {
  const rij = kolommen();
  if (toets === "a") return "alleen";
  if (toets === "0") return "";
  if (/^[1-9]$/.test(toets)) return rij.find((ander) => ander.dataset.plek === toets)?.dataset.waar ?? null;
  const stap = { ArrowLeft: -1, ArrowRight: 1 }[toets];
  return rij[rij.indexOf(kolom) + stap]?.dataset.waar ?? null;
}

function loop(knop, stap) {
  const knoppen = [...plek.querySelectorAll("button.kaart-naam")].filter(zichtbaar);
  knoppen[knoppen.indexOf(knop) + stap]?.focus();
}

export function bedienToetsen(acties) {
  document.addEventListener("keydown", (gebeurtenis) => {
    const tekstveld = gebeurtenis.target.closest("input, textarea, select, dialog");
    if ((gebeurtenis.ctrlKey || gebeurtenis.metaKey) && gebeurtenis.key === "z" && !gebeurtenis.shiftKey && !tekstveld) {
      gebeurtenis.preventDefault();
      acties.maakOngedaan();
    }
  });
  plek.addEventListener("keydown", (gebeurtenis) => {
    const knop = gebeurtenis.target.closest("button.kaart-naam");
    if (!knop || gebeurtenis.ctrlKey || gebeurtenis.metaKey || gebeurtenis.altKey) return;
    const toets = gebeurtenis.key;
    if (toets === "ArrowUp" || toets === "ArrowDown") {
      gebeurtenis.preventDefault();
      loop(knop, toets === "ArrowUp" ? -1 : 1);
    } else if (/^([0-9a]|ArrowLeft|ArrowRight)$/.test(toets)) {
      gebeurtenis.preventDefault();
      const naar = bestemming(toets, kolomVan(knop));
      if (naar === null) zeg("Daar is geen kolom.");
      else verplaats(acties, kaartVan(knop).dataset.kaart, naar);
    }
  });
}
