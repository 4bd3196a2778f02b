/** When a cell is saved: a score when you leave it, a text also while you pause; and how a cell goes back to what it was. */
import { isVeld, verschilt } from "./cel.js";

const PAUZE_MS = 1200;

export function volgInvoer(gebied, opslag, conflict) {
  const wekkers = new WeakMap();
  const begin = new WeakMap();

  function bewaar(veld) {
    clearTimeout(wekkers.get(veld));
    opslag.bewaar(veld);
  }

  function bewaarNaPauze(veld) {
    clearTimeout(wekkers.get(veld));
    wekkers.set(veld, setTimeout(() => opslag.bewaar(veld), PAUZE_MS));
  }

  gebied.addEventListener("focusin", ({ target }) => {
    if (isVeld(target)) begin.set(target, target.value);
  });
  gebied.addEventListener("focusout", ({ target }) => {
    if (isVeld(target)) bewaar(target);
  });
  gebied.addEventListener("input", ({ target }) => {
    if (isVeld(target) && target.matches("textarea")) bewaarNaPauze(target);
  });
  gebied.addEventListener("keydown", (gebeurtenis) => {
    const veld = gebeurtenis.target;
    if (!isVeld(veld)) return;
    if (gebeurtenis.key === "Escape") {
      veld.value = begin.get(veld) ?? veld.defaultValue;
      veld.dispatchEvent(new Event("input", { bubbles: true }));
      bewaar(veld);
    } else if (gebeurtenis.key === "Enter" && !gebeurtenis.shiftKey) {
      bewaar(veld);
      conflict.heropen(veld);
    }
  });
  gebied.addEventListener("submit", (gebeurtenis) => gebeurtenis.preventDefault());
  document.addEventListener("visibilitychange", () => {
    const veld = document.activeElement;
    if (document.visibilityState === "hidden" && isVeld(veld) && verschilt(veld)) bewaar(veld);
  });

  // who types faster than a slow computer loads this script
  for (const veld of opslag.onbewaard()) {
    if (veld !== document.activeElement) bewaar(veld);
    else if (veld.matches("textarea")) bewaarNaPauze(veld);
  }
}
