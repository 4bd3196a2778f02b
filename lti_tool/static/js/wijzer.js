/** A checklist saves by itself: a judgement at once, a remark while you pause. */
import { bewaarItems } from "./opslag/itemopslag.js";

const OORDEELWOORD = { "+": "+ in orde", "-": "− nog niet", "": "nog niet bekeken" };

const formulier = document.querySelector("[data-wijzer]");
const items = [...formulier.querySelectorAll("[data-item]")];
const oordeelVan = (item) => item.querySelector('[aria-pressed="true"]')?.dataset.oordeel ?? "";

function zetOordeel(item, oordeel) {
  for (const knop of item.querySelectorAll("[data-oordeel]")) {
    knop.setAttribute("aria-pressed", String(knop.dataset.oordeel === oordeel));
  }
  formulier.querySelector("[data-beoordeeld]").textContent = items.filter(oordeelVan).length;
}

const { items: opslag } = bewaarItems(items, {
  lees: (item) => ({ oordeel: oordeelVan(item), opmerking: item.querySelector("textarea").value.trim() }),
  zet(item, { oordeel, opmerking }) {
    zetOordeel(item, oordeel);
    item.querySelector("textarea").value = opmerking;
  },
  adres: (item) => formulier.dataset.wijzer.replace(/%7Bitem%7D|\{item\}/, item.dataset.item),
  inWoorden: (_, { oordeel, opmerking }) => [OORDEELWOORD[oordeel], opmerking].filter(Boolean).join(" · ") || "(leeg)",
});

formulier.addEventListener("click", ({ target }) => {
  const knop = target.closest("[data-oordeel]");
  if (!knop) return;
  const item = knop.closest("[data-item]");
  zetOordeel(item, oordeelVan(item) === knop.dataset.oordeel ? "" : knop.dataset.oordeel);
  opslag.get(item).gekozen();
});
formulier.addEventListener("submit", (gebeurtenis) => gebeurtenis.preventDefault());
