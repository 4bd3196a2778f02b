/** The saved state in the head, and the message when the server is out of reach. */
import { toonBericht, wisBericht } from "../berichten.js";

const GEEN_VERBINDING = "Geen verbinding met Groepswijzer. Wat je typt blijft hier staan en wordt bewaard zodra de verbinding terug is. Sluit deze pagina nog niet.";
// quick saves don't need a word in between
const STIL_MS = 500;
// nor does a score on its way to the next cell; but who goes on typing isn't told that all is saved
const TYP_MS = 1000;

const veel = (aantal) => (aantal === 1 ? "1 cel" : `${aantal} cellen`);

/** A button that goes to the first cell that isn't saved. */
function wegwijzer(tekst) {
  const knop = document.createElement("button");
  knop.type = "button";
  knop.textContent = tekst;
  knop.addEventListener("click", () => {
    document.querySelector(":is([data-toestand=fout], [data-toestand=conflict], [data-toestand=wacht]) :is(input, textarea)")?.focus();
  });
  return knop;
}

export function volgStatus(wachtrij, opslag) {
  const plek = document.getElementById("opslagstatus");
  let laatst = "";
  let wekker = null;
  let straksTekst = "";

  function toon(tekst, soort) {
    clearTimeout(wekker);
    straksTekst = "";
    plek.dataset.stand = soort;
    if (plek.textContent !== tekst) plek.replaceChildren(soort === "fout" || soort === "uitval" ? wegwijzer(tekst) : tekst);
  }

  function straks(tekst, na) {
    if (tekst === straksTekst || tekst === plek.textContent) return;
    clearTimeout(wekker);
    straksTekst = tekst;
    wekker = setTimeout(() => toon(tekst, "bezig"), na);
  }

  function bekijk() {
    if (wachtrij.gestopt) return toon("Bezoek verlopen", "sessie");
    if (wachtrij.uitval) {
      toonBericht("verbinding", { soort: "let-op", tekst: GEEN_VERBINDING, knop: { tekst: "Nu proberen", actie: () => wachtrij.probeer() } });
      return toon(`Geen verbinding: ${veel(wachtrij.aantal)} wacht${wachtrij.aantal === 1 ? "" : "en"}`, "uitval");
    }
    wisBericht("verbinding");
    const fouten = document.querySelectorAll("[data-toestand=fout], [data-toestand=conflict]").length;
    if (fouten) return toon(`${veel(fouten)} niet opgeslagen`, "fout");
    if (wachtrij.aantal) return straks("Opslaan…", STIL_MS);
    if (opslag.onbewaard().length) return straks("Nog niet opgeslagen", TYP_MS);
    return toon(laatst ? `Alles opgeslagen ${laatst}` : "Alles opgeslagen", "goed");
  }

  opslag.addEventListener("opgeslagen", ({ detail }) => {
    laatst = detail.antwoord.op ?? laatst;
    bekijk();
  });
  for (const naam of ["conflict", "veranderd"]) opslag.addEventListener(naam, bekijk);
  for (const naam of ["stand", "sessie"]) wachtrij.addEventListener(naam, bekijk);
  document.addEventListener("input", bekijk);
  bekijk();
  return bekijk;
}
