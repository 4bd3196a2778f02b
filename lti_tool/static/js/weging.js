/** The quiet count of what asks attention, per pupil and per test. */

function zet(element, weging) {
  if (!element || !weging) return;
  element.hidden = !weging.gewicht;
  const [getal, woorden] = element.children;
  getal.textContent = weging.gewicht;
  woorden.textContent = `, ${weging.woorden}`;
}

export function toonWegingen(gebied, { regels, kolommen }) {
  for (const [id, { weging }] of Object.entries(regels)) {
    const cel = gebied.querySelector(`tr[data-regel="${id}"] > .s`);
    zet(cel?.querySelector("[data-weging]"), weging);
    if (cel && weging) cel.title = weging.woorden;
  }
  for (const [id, weging] of Object.entries(kolommen)) {
    zet(gebied.querySelector(`[data-kolomkop="${id}"] [data-weging]`), weging);
  }
}
