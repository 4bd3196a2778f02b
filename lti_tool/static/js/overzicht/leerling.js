/** One pupil's page: the same cells below each other, with room for long texts. Arrows and Enter belong to the text here. */
import { isVeld, regelVan } from "../cellen/cel.js";
import { maakWerkblad } from "../cellen/werkblad.js";
import { onthoud } from "../geheugen.js";
import { volgTeksten } from "../cellen/tekst.js";
import { Voorstellen } from "../cellen/voorstel.js";

const gebied = document.querySelector("[data-raster]");
const werkblad = maakWerkblad(gebied);

volgTeksten(gebied, { blijftOpen: true });
if (werkblad.gegevens.mag.signaleren) new Voorstellen(gebied, werkblad, (element) => element.focus());

// back in the overview you are at this pupil
gebied.addEventListener("focusin", ({ target }) => {
  if (isVeld(target)) onthoud(`plaats:${werkblad.groep}`, target.id);
});
onthoud(`plaats:${werkblad.groep}`, `s${regelVan(gebied.querySelector("[data-signaal]"))}`);

gebied.addEventListener("click", (gebeurtenis) => {
  const knop = gebeurtenis.target.closest("[data-celknop]");
  if (!knop) return;
  gebeurtenis.preventDefault();
  const veld = knop.closest(".veld").querySelector("[data-kolom] > :is(input, textarea)");
  if (knop.dataset.celknop === "observatie") werkblad.opObservatie(veld);
  else werkblad.opGeschiedenis(veld);
});
