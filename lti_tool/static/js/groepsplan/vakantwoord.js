/** What a mentor's plan means for this subject: saved while you pause. */
import { bewaarItems } from "../opslag/itemopslag.js";

bewaarItems([...document.querySelectorAll("[data-antwoord]")], {
  lees: (vak) => ({ tekst: vak.querySelector("textarea").value.trim() }),
  zet: (vak, { tekst }) => { vak.querySelector("textarea").value = tekst; },
  adres: (vak) => vak.dataset.antwoord,
  inWoorden: (_, { tekst }) => tekst || "(leeg)",
  bewaardTekst: "Bewaard. De mentor kan het lezen.",
});
