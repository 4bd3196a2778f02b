/** What colleagues change on the board appears here within seconds; who is dragging isn't disturbed. */
import { vraag } from "../api.js";
import { bord, zeg } from "./clusterbord.js";

const RITME_MS = 3500;
const LANGSTE_RITME_MS = 60_000;

export function volgBord(acties) {
  let ritme = RITME_MS;
  let wekker;

  async function kijk() {
    clearTimeout(wekker);
    if (acties.gestopt) return;
    if (document.visibilityState === "visible" && !bezig()) await haal();
    wekker = setTimeout(kijk, ritme);
  }

  const bezig = () => acties.bezig || acties.sleept || document.querySelector("[data-bord] [data-menu][open]") || document.activeElement?.matches("[data-bord] :is(input, select)");

  async function haal() {
    const nieuws = await vraag("GET", acties.url("/live"));
    ritme = nieuws.ok ? RITME_MS : Math.min(LANGSTE_RITME_MS, ritme * 2);
    if (!nieuws.ok) return;
    toonAanwezig(nieuws.aanwezig);
    if (nieuws.laatste === Number(bord().dataset.laatste) || bezig()) return;
    await acties.ververs();
    zeg("Het bord is bijgewerkt.");
  }

  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") kijk(); });
  wekker = setTimeout(kijk, RITME_MS / 2);
}

function toonAanwezig(namen) {
  const plek = document.querySelector("[data-aanwezig]");
  const kort = namen.length > 2 ? `${namen[0]} en ${namen.length - 1} anderen` : namen.join(" en ");
  plek.hidden = !namen.length;
  plek.textContent = namen.length ? `Ook hier: ${kort}` : "";
  plek.title = namen.join(", ");
}
