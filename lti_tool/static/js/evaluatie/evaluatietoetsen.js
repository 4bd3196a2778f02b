/** Without a mouse: one Tab a pupil, arrows between answers and pupils, a letter for a result. */

const LETTERS = { b: "bereikt", d: "deels", n: "niet" };
const STAPPEN = { ArrowDown: 1, ArrowUp: -1 };
const ZIJWAARTS = { ArrowRight: 1, ArrowLeft: -1 };

const knoppen = (uitslag) => [...uitslag.querySelectorAll('[data-veld="resultaat"] button')];

/** Of three answers only one takes part in the order of Tab: the one that is chosen. */
export function zetTabvolgorde(uitslag) {
  const alle = knoppen(uitslag);
  const eerste = alle.find((knop) => knop === document.activeElement) ?? alle.find((knop) => knop.getAttribute("aria-pressed") === "true") ?? alle[0];
  for (const knop of alle) knop.tabIndex = knop === eerste ? 0 : -1;
}

/** @param meer {(uitslag) => void} opens cause and remark of a pupil */
export function bedienToetsen(formulier, meer) {
  for (const uitslag of formulier.querySelectorAll(".uitslag")) zetTabvolgorde(uitslag);
  formulier.addEventListener("focusin", ({ target }) => {
    const uitslag = target.closest(".uitslag");
    if (uitslag) zetTabvolgorde(uitslag);
  });
  formulier.addEventListener("keydown", (gebeurtenis) => {
    const { key, target, ctrlKey, metaKey, altKey } = gebeurtenis;
    const uitslag = target.closest(".uitslag");
    if (!uitslag || ctrlKey || metaKey || altKey || target.matches("textarea, select")) return;
    const alle = knoppen(uitslag);
    const hier = Math.max(alle.indexOf(target), 0);
    if (key in LETTERS) alle.find((knop) => knop.dataset.waarde === LETTERS[key]).click();
    else if (key in ZIJWAARTS) alle[(hier + ZIJWAARTS[key] + alle.length) % alle.length].focus();
    else if (key in STAPPEN) knoppen(buur(formulier, uitslag, STAPPEN[key]))[hier].focus();
    else if (key === "t") meer(uitslag);
    else return;
    gebeurtenis.preventDefault();
  });
}

/** The next or previous pupil, over the edge of a goal too; at the end the same one. */
function buur(formulier, uitslag, stap) {
  const alle = [...formulier.querySelectorAll(".uitslag")];
  return alle[alle.indexOf(uitslag) + stap] ?? uitslag;
}
