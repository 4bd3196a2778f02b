/** The groepsplan: typed in place, saved field by field; rows and goals come and go; others are seen. */
import { bedienDialogen } from "./dialogen.js";
import { Wachtrij } from "./wachtrij.js";
import { bewaakVertrek } from "./vertrek.js";
import { volgStatus } from "./status.js";
import { Planopslag } from "./planopslag.js";
import { Planklad } from "./planklad.js";
import { bedienBlad } from "./planblad.js";
import { bedienHandelingen } from "./planhandeling.js";
import { volgPlan } from "./planlive.js";
import "./plandruk.js";

const gebied = document.querySelector("[data-planblad]");
const gegevens = JSON.parse(document.getElementById("plan-gegevens").textContent);
const wachtrij = new Wachtrij();
const opslag = new Planopslag(gebied, wachtrij, gegevens.basis);
const blad = bedienBlad(gebied, opslag, gegevens.blad);
const klad = new Planklad(gegevens, opslag);

bedienDialogen();
volgStatus(wachtrij, opslag);
bewaakVertrek(wachtrij, opslag, klad);
bedienHandelingen(gebied, { opslag, wachtrij, blad, basis: gegevens.basis });
wachtrij.addEventListener("sessie", () => klad.deponeer());
// once fixed, the server draws the sign of every change
opslag.addEventListener("opgeslagen", () => {
  if (gebied.querySelector("[data-vast]") && !wachtrij.aantal) blad.herteken();
});
if (gegevens.live) volgPlan(gegevens.live, { wachtrij, opslag, blad });
klad.zetTerug(gegevens.klad);
// no id of the page: the browser would go there by itself, and take the focus away
if (location.hash === "#vul") blad.naarLeeg(null);
