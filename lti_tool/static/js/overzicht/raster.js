/**
 * Moving through the table as in a spreadsheet. A cell is first only chosen: arrows go to the next cell and typing a score
 * replaces it. F2, a click in a text, or typing starts work inside the cell: then the arrows belong to the text.
 */
import { isVeld } from "../cellen/cel.js";

const RICHTING = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const opTouch = matchMedia("(hover: none) and (pointer: coarse)");

export const inCel = (cel) => cel?.querySelector("input, textarea, button, a") ?? null;

export function maakRaster(tabel, { observatieKolom, opObservatie }) {
  const rijen = tabel.tBodies[0].rows;
  let erin = false;

  const zichtbaar = (cel) => cel && !cel.hidden && !cel.classList.contains("gevouwen") && inCel(cel);

  function ga(element, opties = {}) {
    if (!element) return;
    element.focus({ preventScroll: true });
    if (element.matches("input")) element.select();
    else if (element.matches("textarea")) element.setSelectionRange(element.value.length, element.value.length);
    element.closest("td, th").scrollIntoView({ block: "nearest", inline: "nearest", ...opties });
  }

  function stap(cel, omlaag, opzij) {
    let rij = cel.parentElement;
    let nummer = cel.cellIndex;
    do {
      if (omlaag) rij = rijen[rij.sectionRowIndex + omlaag];
      nummer += opzij;
    } while (rij && rij.cells[nummer] && (rij.hidden || !zichtbaar(rij.cells[nummer])));
    if (rij?.cells[nummer]) ga(inCel(rij.cells[nummer]));
  }

  function volgendeGesignaleerde(rij) {
    const alle = [...rijen];
    const volgorde = [...alle.slice(rij.sectionRowIndex + 1), ...alle.slice(0, rij.sectionRowIndex)];
    ga(volgorde.filter((r) => !r.hidden).map((r) => r.querySelector("[data-signaal]")).find((knop) => knop?.dataset.signaal));
  }

  /** A key on the name or on S; true when it meant something here. */
  function kopToets(toets, cel) {
    if (toets === "n") volgendeGesignaleerde(cel.parentElement);
    else if (toets === "b") document.querySelector("[data-begrijpwijzer]:not([hidden])")?.click();
    else if (toets === "o" && observatieKolom) {
      const veld = cel.parentElement.querySelector(`[data-kolom="${observatieKolom}"] > textarea`);
      // folded away is no reason not to write it down
      if (veld?.parentElement.matches("[hidden], .gevouwen")) tabel.dispatchEvent(new CustomEvent("ontvouw", { detail: veld }));
      ga(veld);
      erin = true;
      if (veld?.readOnly) opObservatie(veld);
    } else return false;
    return true;
  }

  function veldToets(gebeurtenis, veld) {
    const { key } = gebeurtenis;
    if (key === "F2") erin = !erin;
    else if (key === "Escape") erin = false;
    else if (key === "Enter" && !gebeurtenis.shiftKey && !(opTouch.matches && veld.matches("textarea"))) stap(veld.closest("td"), 1, 0);
    else if (key in RICHTING && !blijft(key, veld)) stap(veld.closest("td"), ...RICHTING[key]);
    else if ((key === "Home" || key === "End") && !(erin && veld.matches("textarea"))) naarRand(veld.closest("tr"), key);
    else return false;
    return key !== "Escape";
  }

  /** Do the arrows belong to the text now? In a score only left and right, until the caret is at the end. */
  function blijft(toets, veld) {
    if (!erin || veld.readOnly) return false;
    if (veld.matches("textarea")) return true;
    if (toets === "ArrowLeft") return veld.selectionEnd > 0;
    return toets === "ArrowRight" && veld.selectionStart < veld.value.length;
  }

  function naarRand(rij, toets) {
    const cellen = [...rij.cells].filter(zichtbaar);
    ga(toets === "Home" ? rij.querySelector("[data-signaal]") : inCel(cellen.at(-1)));
  }

  tabel.addEventListener("focusin", () => { erin = false; });
  tabel.addEventListener("input", ({ isTrusted }) => { erin ||= isTrusted; });
  tabel.addEventListener("mousedown", ({ target }) => {
    // a second click in a score puts the caret where it points
    if (target.matches("input") && document.activeElement === target) erin = true;
    const cel = target.closest("tbody td");
    const veld = target.matches("textarea") ? target : cel?.querySelector(":scope > textarea");
    if (veld) setTimeout(() => {
      if (document.activeElement !== veld && cel === target) veld.focus();
      erin = document.activeElement === veld;
    });
  });
  tabel.addEventListener("mouseup", ({ target }) => {
    if (isVeld(target) && target.matches("input") && !erin && target.selectionStart === target.selectionEnd) target.select();
  });
  tabel.addEventListener("keydown", (gebeurtenis) => {
    const { target, key } = gebeurtenis;
    if (gebeurtenis.isComposing || gebeurtenis.ctrlKey || gebeurtenis.altKey || gebeurtenis.metaKey) return;
    const cel = target.closest("tbody > tr > *");
    if (!cel) return;
    let gedaan;
    if (target.matches("input, textarea")) gedaan = veldToets(gebeurtenis, target);
    else if (key in RICHTING) gedaan = stap(cel, ...RICHTING[key]) ?? true;
    else if (key === "Home" || key === "End") gedaan = naarRand(cel.parentElement, key) ?? true;
    else gedaan = kopToets(key.toLowerCase(), cel);
    if (gedaan) gebeurtenis.preventDefault();
  });

  return { ga };
}
