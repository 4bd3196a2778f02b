/** The groepsplan: typed in place, saved field by field; rows and goals come and go; others are seen. */
import { bedienDialogen } from "../dialogen.js";
import { Wachtrij } from "../opslag/wachtrij.js";
import { bewaakVertrek } from "../opslag/vertrek.js";
import { volgStatus } from "../opslag/status.js";
import { Planopslag } from "./planopslag.js";
import { maakPaginaklad } from "../opslag/paginaklad.js";
import { houder } from "./planveld.js";
import { bedienBlad } from "./planblad.js";
import { bedienHandelingen } from "./planhandeling.js";
import { volgPlan } from "./planlive.js";
import "./plandruk.js";

const gebied = document.querySelector("[data-planblad]");
const gegevens = JSON.parse(document.getElementById("plan-gegevens").textContent);
const wachtrij = new Wachtrij();
const opslag = new Planopslag(gebied, wachtrij, gegevens.basis);
const blad = bedienBlad(gebied, opslag, gegevens.blad);
const klad = maakPaginaklad({
  lees: () => opslag.onbewaard().map((veld) => ({ plaats: veld.id, waarde: veld.value, versie: Number(houder(veld).dataset.versie ?? 0) })),
  zetTerug,
  opslag,
});

bedienDialogen();
volgStatus(wachtrij, opslag);
bewaakVertrek(wachtrij, opslag, klad);
bedienHandelingen(gebied, { opslag, wachtrij, blad, basis: gegevens.basis });
wachtrij.addEventListener("sessie", () => klad.begin());
// once fixed, the server draws the sign of every change; and what was saved in a column that is gone, beneath the sheet
opslag.addEventListener("opgeslagen", ({ detail }) => {
  if ((gebied.querySelector("[data-vast]") || !detail.veld.isConnected) && !wachtrij.aantal) blad.herteken();
});
if (gegevens.live) volgPlan(gegevens.live, { wachtrij, opslag, blad });
// who types faster than a slow computer loads this script
for (const veld of opslag.onbewaard()) opslag.bewaar(veld);
// no id of the page: the browser would go there by itself, and take the focus away
if (location.hash === "#vul") blad.naarLeeg(null);

/** What was typed at an earlier visit goes back into its field, over the version that it was typed over. */
function zetTerug({ plaats, waarde, versie }) {
  const veld = document.getElementById(plaats);
  if (!veld || veld.readOnly) return waarde;
  if (veld.value.trim() === waarde.trim()) return "gelijk";
  veld.value = waarde;
  if (houder(veld).dataset.versie) houder(veld).dataset.versie = versie;
  opslag.bewaar(veld);
  return "terug";
}
