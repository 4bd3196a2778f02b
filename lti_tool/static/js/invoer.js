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

  gebied.addEventListener("focusin", ({ target }) => {
    if (isVeld(target)) begin.set(target, target.value);
  });
  gebied.addEventListener("focusout", ({ target }) => {
    if (isVeld(target)) bewaar(target);
  });
  gebied.addEventListener("input", ({ target }) => {
    if (!isVeld(target) || !target.matches("textarea")) return;
    clearTimeout(wekkers.get(target));
    wekkers.set(target, setTimeout(() => opslag.bewaar(target), PAUZE_MS));
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
}
