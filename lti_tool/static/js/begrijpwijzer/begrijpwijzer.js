/** The begrijpwijzer: the need beside what is known, on top of what every page with cells does. */
import { maakWerkblad } from "../cellen/werkblad.js";
import { Behoefte } from "./behoefte.js";
import { Doelen } from "./doelen.js";
import { Gekozen } from "./gekozen.js";
import { bedienHulpzinnen } from "./hulpzinnen.js";
import { bedienLeerlingdeel } from "./leerlingdeel.js";
import { bedienTerugblik } from "./terugblik.js";
import { onthoud } from "../geheugen.js";
import { paginabron } from "../opslag/paginaklad.js";
import { volgTeksten } from "../cellen/tekst.js";

const gebied = document.querySelector("[data-raster]");
const gegevens = JSON.parse(document.getElementById("begrijpwijzer-gegevens").textContent);
const veld = gebied.querySelector("[data-kolom] > textarea");
const werkblad = maakWerkblad(gebied, { getypt: () => behoefte.eigenWoorden });
const doelen = new Doelen(gebied, gegevens.mag);
const gekozen = new Gekozen(gebied, gegevens);
const behoefte = new Behoefte({ veld, werkblad, doelen, gekozen, gegevens });

volgTeksten(gebied, { blijftOpen: true });
if (gegevens.mag) {
  bedienHulpzinnen(gebied, gekozen);
  const deel = bedienLeerlingdeel(gebied, werkblad, gegevens.adressen);
  const hier = `behoefte/${gegevens.domein}`;
  werkblad.klad.voegToe(paginabron({
    lees: () => [...behoefte.onbewaard(hier), ...deel.onbewaard("leerlingdeel")],
    zetTerug(notitie) {
      if (notitie.plaats === "leerlingdeel") return deel.zetTerug(notitie);
      // a need in another domain of this pupil waits until that is opened
      return notitie.plaats === hier ? behoefte.zetTerug(notitie) : "elders";
    },
    opslag: werkblad.opslag,
  }));
  bedienTerugblik(gebied, werkblad, gegevens.adressen, behoefte, doelen);
}
gebied.querySelector("[data-celknop=geschiedenis]")?.addEventListener("click", (gebeurtenis) => {
  gebeurtenis.preventDefault();
  werkblad.opGeschiedenis(veld);
});

// back in the overview you are at this pupil
onthoud(`plaats:${werkblad.groep}`, veld.id);

async function ga(url) {
  if (!url) return;
  await behoefte.afronden();
  location.assign(url);
}

document.addEventListener("keydown", (gebeurtenis) => {
  const { key, ctrlKey, metaKey, altKey, target } = gebeurtenis;
  if (document.querySelector("dialog[open]") || gebeurtenis.isComposing) return;
  const inTekst = target.matches("input:not([type=checkbox]), textarea, select");
  if (key === "Enter" && (ctrlKey || metaKey)) ga(gegevens.volgende);
  else if (inTekst || ctrlKey || metaKey || altKey) return;
  else if (key === "n") ga(gegevens.volgende);
  else if (key === "p") ga(gegevens.vorige);
  else if (key === "/") gebied.querySelector("[data-zoekveld]")?.focus();
  else return;
  gebeurtenis.preventDefault();
});
document.addEventListener("click", async (gebeurtenis) => {
  const link = gebeurtenis.target.closest("a[href]");
  if (!link || link.hash || link.target || gebeurtenis.ctrlKey || gebeurtenis.metaKey || !behoefte.anders) return;
  gebeurtenis.preventDefault();
  await ga(link.href);
}, { capture: true });

// straight to work, but no keyboard over a phone's screen
if (gegevens.mag && !matchMedia("(pointer: coarse)").matches) doelen.focus();
