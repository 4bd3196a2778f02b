/**
 * Fetch the class list page by page, with progress in sight: at the button, in the background when it is old,
 * and at once when there is none yet (then the page opens again with the names).
 */
import { vraag } from "./api.js";
import { toonBericht, wisBericht } from "./berichten.js";

// a platform that keeps saying "there is more" must not keep the page busy for ever
const MEESTE_PAGINAS = 500;

/** Open the page again; a page with unsaved work takes that over (vertrek.js). */
function herlaad() {
  // the first list opens the page again once, not for ever
  history.replaceState({ ...history.state, roosterGetoond: true }, "");
  if (document.dispatchEvent(new Event("herlaad", { cancelable: true }))) location.reload();
}

export function volgRooster() {
  const plek = document.querySelector("[data-rooster]");
  if (!plek) return;
  const knop = plek.querySelector("[data-rooster-knop]");
  const tekst = plek.querySelector("[data-rooster-tekst]");
  const eerste = "eerste" in plek.dataset;
  const rust = tekst.textContent;
  let bezig = false;

  async function haalOp(gevraagd) {
    if (bezig) return;
    bezig = true;
    knop?.setAttribute("aria-disabled", "true");
    wisBericht("rooster");
    let antwoord;
    let ophaling = null;
    for (let pagina = 0; pagina < MEESTE_PAGINAS; pagina += 1) {
      antwoord = await vraag("POST", plek.dataset.url, { ophaling });
      if (!antwoord.ok || antwoord.fout || antwoord.klaar) break;
      ophaling = antwoord.ophaling;
      tekst.textContent = `Klassenlijst: ${antwoord.aantal} namen opgehaald…`;
    }
    bezig = false;
    knop?.removeAttribute("aria-disabled");
    const gelukt = antwoord.klaar && !antwoord.fout;
    tekst.textContent = gelukt ? `Klassenlijst: ${antwoord.aantal} namen, net opgehaald` : rust;
    // beside the table there is no room for all of it
    if (gelukt && knop) knop.title = `${tekst.textContent}. Klik om te verversen.`;
    document.querySelector("[data-rooster-voortgang]")?.toggleAttribute("hidden", !gelukt);
    if (gelukt && eerste) herlaad();
    else if (gelukt && antwoord.gewijzigd && knop) {
      toonBericht("rooster", { soort: "info", tekst: "De klassenlijst is veranderd.", knop: { tekst: "Nieuwe lijst tonen", actie: herlaad } });
    } else if (!gelukt && (gevraagd || eerste || !knop)) mislukt(antwoord);
  }

  function mislukt(antwoord) {
    const reden = antwoord.fout ?? (antwoord.code === "sessie" ? "je bezoek is verlopen, open Groepswijzer opnieuw." : "geen verbinding.");
    toonBericht("rooster", { soort: "let-op", tekst: `De klassenlijst kon niet worden opgehaald: ${reden}`, knop: { tekst: "Opnieuw proberen", actie: () => haalOp(true) } });
  }

  knop?.addEventListener("click", () => haalOp(true));
  if (history.state?.roosterGetoond) history.replaceState({ ...history.state, roosterGetoond: false }, "");
  else if (eerste || "verouderd" in plek.dataset) haalOp(eerste);
}
