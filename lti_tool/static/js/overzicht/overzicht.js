/** The class overview: the table with its keyboard, on top of what every page with cells does. */
import { maakRaster } from "./raster.js";
import { maakWerkblad } from "../cellen/werkblad.js";
import { onthoudPlaats } from "./plaats.js";
import { volgPlakken } from "./plakken.js";
import { volgCelbalk } from "./celbalk.js";
import { volgTeksten } from "../cellen/tekst.js";
import { volgVerdeling } from "./verdeling.js";
import { Voorstellen } from "../cellen/voorstel.js";
import { vouwBlokken } from "./blokken.js";
import { maakVinden } from "./vinden.js";

const gebied = document.querySelector("[data-raster]");
const tabel = gebied.querySelector("table");
const werkblad = maakWerkblad(gebied);

volgTeksten(gebied, { blijftOpen: false });
volgCelbalk(gebied, werkblad.kolommen, {
  mag: werkblad.magAanvullen,
  opGeschiedenis: werkblad.opGeschiedenis,
  opObservatie: werkblad.opObservatie,
});
const blokken = vouwBlokken(tabel, werkblad.groep);
maakVinden(tabel, werkblad, blokken.verberg);
const raster = maakRaster(tabel, werkblad);
if (werkblad.gegevens.mag.signaleren) new Voorstellen(gebied, werkblad, raster.ga);
volgVerdeling(gebied);
onthoudPlaats(tabel, werkblad.groep, raster.ga);
volgPlakken(tabel, werkblad, raster.ga);
