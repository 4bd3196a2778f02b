/** What the table and a pupil's page share: saving, conflicts, session over, history. */
import { bedienDialogen } from "../dialogen.js";
import { Celopslag } from "./celopslag.js";
import { Conflict } from "./conflict.js";
import { celbron, zetTerug } from "./celklad.js";
import { Klad } from "../opslag/klad.js";
import { Observatie } from "./observatie.js";
import { Signalen } from "./signaal.js";
import { Wachtrij } from "../opslag/wachtrij.js";
import { bewaakVertrek } from "../opslag/vertrek.js";
import { toonGeschiedenis } from "./geschiedenis.js";
import { volgAnderen } from "./live.js";
import { volgInvoer } from "./invoer.js";
import { volgStatus } from "../opslag/status.js";
import "../afdruk.js";

/**
 * @param gebied {HTMLElement} what holds the cells, marked data-raster
 * @param getypt see celklad.js
 */
export function maakWerkblad(gebied, { getypt = () => true } = {}) {
  const gegevens = JSON.parse(document.getElementById("overzicht-gegevens").textContent);
  const { urls, mag } = gegevens;
  const kolommen = new Map(gegevens.kolommen.map((kolom) => [String(kolom.id), {
    ...kolom,
    aanvullen: mag.observatie_toevoegen && kolom.observatie && !kolom.bewerkbaar,
  }]));
  const wachtrij = new Wachtrij();
  const opslag = new Celopslag(wachtrij, urls.cel);
  const conflict = new Conflict(opslag);
  const signalen = new Signalen(gebied, wachtrij, { url: urls.signaal, redenen: gegevens.redenen, mag: mag.signaleren });
  const klad = new Klad([celbron(urls.klad, gegevens.klad_token, getypt)], () => signalen.nietBewaard());
  const observatie = new Observatie(opslag, urls.observatie, kolommen);

  volgInvoer(gebied, opslag, conflict);
  volgStatus(wachtrij, opslag);
  bewaakVertrek(wachtrij, opslag, klad);
  bedienDialogen();

  wachtrij.addEventListener("sessie", () => klad.begin());
  volgAnderen(gegevens.live, wachtrij, signalen);
  zetTerug(gegevens.klad, opslag, (veld, tekst) => observatie.open(veld, tekst));

  return {
    kolommen,
    groep: gegevens.groep,
    voorkeur: gegevens.voorkeur,
    opslag,
    wachtrij,
    klad,
    signalen,
    gegevens,
    urls,
    observatieKolom: gegevens.kolommen.find((kolom) => kolom.observatie)?.id ?? null,
    magAanvullen: (veld) => observatie.mag(veld),
    opObservatie: (veld) => observatie.open(veld),
    opGeschiedenis: (veld) => toonGeschiedenis(veld, urls.geschiedenis, kolommen),
  };
}
