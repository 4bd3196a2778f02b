/** The quiet count of what asks attention, per pupil and per test. */

export function toonWegingen(gebied, { regels, kolommen }) {
  for (const [id, { weging }] of Object.entries(regels)) {
    const cel = gebied.querySelector(`tr[data-regel="${id}"] > .s`);
    if (!cel || !weging) continue;
    const plek = cel.querySelector("[data-weging]");
    plek.hidden = !weging.gewicht;
    plek.firstElementChild.textContent = weging.gewicht;
    plek.lastElementChild.textContent = `, ${weging.woorden}`;
    cel.title = weging.woorden;
  }
  for (const [id, weging] of Object.entries(kolommen)) {
    const plek = gebied.querySelector(`[data-kolomkop="${id}"] [data-weging]`);
    if (!plek) continue;
    plek.hidden = !weging.gewicht;
    plek.textContent = weging.gewicht;
    document.getElementById(`w${id}`).textContent = ["verdeling tonen", weging.woorden].filter(Boolean).join(", ");
  }
}
