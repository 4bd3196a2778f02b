/** Leaving the page: within the tool it waits for the last save; anywhere else the browser warns while something is unsaved. */

const GEDULD_MS = 3000;

export function bewaakVertrek(wachtrij, opslag, klad) {
  let vrij = false;
  // after the visit nothing waits to be sent any more: what could not wait elsewhere was told (klad.js)
  const bewaard = () => (wachtrij.gestopt || wachtrij.kanWeg) && !opslag.onbewaard().length;
  const veilig = () => vrij || bewaard() || (wachtrij.gestopt && klad.volledig);

  addEventListener("beforeunload", (gebeurtenis) => {
    if (!veilig()) gebeurtenis.preventDefault();
  });

  document.addEventListener("click", async (gebeurtenis) => {
    const link = gebeurtenis.target.closest("a[href]");
    const gewoon = link && !link.target && !gebeurtenis.ctrlKey && !gebeurtenis.metaKey && !gebeurtenis.shiftKey;
    if (!gewoon || link.hash || !wachtrij.aantal || gebeurtenis.defaultPrevented) return;
    gebeurtenis.preventDefault();
    await wachtrij.leeg(GEDULD_MS);
    location.assign(link.href);
  });

  // the class list changed: open the page again once everything is saved; with something unsaved the browser still asks
  document.addEventListener("herlaad", async (gebeurtenis) => {
    gebeurtenis.preventDefault();
    await wachtrij.leeg(GEDULD_MS);
    vrij = veilig();
    location.reload();
  });
}
