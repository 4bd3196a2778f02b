/** Messages above the work, one per subject: a newer one takes the older one's place. */

/**
 * @param {string} onderwerp stable name, also in data-bericht
 * @param {{soort: string, tekst: string, knop?: {tekst: string, actie: () => void}}} inhoud
 */
export function toonBericht(onderwerp, { soort, tekst, knop }) {
  const bestaand = zoek(onderwerp);
  if (bestaand?.dataset.tekst === tekst) return;
  bestaand?.remove();
  const bericht = document.getElementById(`bericht-${soort}`).content.firstElementChild.cloneNode(true);
  bericht.dataset.bericht = onderwerp;
  bericht.dataset.tekst = tekst;
  bericht.querySelector("p").textContent = tekst;
  if (knop) {
    const element = document.createElement("button");
    element.type = "button";
    element.className = "btn btn-stil btn-klein";
    element.textContent = knop.tekst;
    element.addEventListener("click", knop.actie);
    bericht.append(element);
  }
  document.getElementById("berichten").append(bericht);
}

export const wisBericht = (onderwerp) => zoek(onderwerp)?.remove();

const zoek = (onderwerp) => document.querySelector(`#berichten [data-bericht="${onderwerp}"]`);
