/** Unsaved text of a page of its own kind in the klad (klad.js), put back at the next visit (templates/macros/klad.html). */
import { vraag } from "../api.js";
import { toonBericht, wisBericht } from "../berichten.js";
import { Klad } from "./klad.js";

/** The klad of a page that has nothing else that can wait. */
export const maakPaginaklad = (opties) => new Klad([paginabron(opties)]);

/**
 * @param lees {() => {plaats: string, waarde: string, versie: number}[]} what stands unsaved on the page now
 * @param zetTerug ({plaats, waarde, versie}) => "terug" (it stands there as unsaved text), "gelijk" (it stood there
 *   already), "elders" (its place is on another page) or the words that can't go back
 * @param opslag tells by its events that something was saved
 * @returns {object} a source for Klad
 */
export function paginabron({ lees, zetTerug, opslag }) {
  const { url, token, wachtend } = JSON.parse(document.getElementById("klad-gegevens").textContent);
  const open = new Set(wachtend.map(({ plaats }) => plaats));
  const vast = new Set();

  async function ruimOp() {
    const onbewaard = new Set(lees().map(({ plaats }) => plaats));
    const klaar = [...open].filter((plaats) => !onbewaard.has(plaats) && !vast.has(plaats));
    if (!klaar.length) return;
    for (const plaats of klaar) open.delete(plaats);
    const antwoord = await vraag("DELETE", url, { token, plaatsen: klaar });
    // told again with the next thing that is saved
    if (!antwoord.ok) for (const plaats of klaar) open.add(plaats);
  }

  let terug = 0;
  for (const notitie of wachtend) {
    const uitkomst = zetTerug(notitie);
    if (uitkomst === "terug") terug += 1;
    else if (uitkomst === "elders") open.delete(notitie.plaats);
    else if (uitkomst !== "gelijk") toonVast(notitie.plaats, uitkomst);
  }
  if (terug) toonBericht("klad", { soort: "goed", tekst: "Je tekst van het vorige bezoek staat er weer." });

  function toonVast(plaats, woorden) {
    vast.add(plaats);
    toonBericht(`klad-${plaats}`, {
      soort: "let-op",
      tekst: `Deze tekst van je vorige bezoek kan hier niet terug. Kopieer wat je wilt houden: “${woorden}”`,
      knop: {
        tekst: "Weggooien",
        actie() {
          wisBericht(`klad-${plaats}`);
          vast.delete(plaats);
          ruimOp();
        },
      },
    });
  }

  for (const naam of ["opgeslagen", "veranderd"]) opslag.addEventListener(naam, ruimOp);
  ruimOp();
  return { url, token, soort: "velden", lees };
}
