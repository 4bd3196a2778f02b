/** Dragging a card to a column with the mouse. */
import { kaartVan, kolomVan } from "./clusterbord.js";
import { verplaats } from "./clusteracties.js";

const plek = document.querySelector("[data-bordplek]");

export function bedienSlepen(acties) {
  let kaart = null;
  const wijs = (kolom) => {
    for (const ander of plek.querySelectorAll(".kolom.doel")) ander.classList.toggle("doel", ander === kolom);
    kolom?.classList.add("doel");
  };

  plek.addEventListener("dragstart", (gebeurtenis) => {
    kaart = kaartVan(gebeurtenis.target);
    if (!kaart) return;
    gebeurtenis.dataTransfer.effectAllowed = "move";
    gebeurtenis.dataTransfer.setData("text/plain", kaart.dataset.naam);
    kaart.classList.add("sleept");
    acties.sleept = true;
  });
  plek.addEventListener("dragover", (gebeurtenis) => {
    const kolom = kolomVan(gebeurtenis.target);
    wijs(kaart && kolom);
    if (kaart && kolom) gebeurtenis.preventDefault();
  });
  plek.addEventListener("drop", (gebeurtenis) => {
    const kolom = kolomVan(gebeurtenis.target);
    if (!kaart || !kolom) return;
    gebeurtenis.preventDefault();
    verplaats(acties, kaart.dataset.kaart, kolom.dataset.waar);
  });
  plek.addEventListener("dragend", () => {
    kaart?.classList.remove("sleept");
    wijs(null);
    kaart = null;
    acties.sleept = false;
  });
}
