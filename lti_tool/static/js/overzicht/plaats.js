/** Reload, back, and a new launch return to the same pupil and cell. */
import { onthoud, weetNog } from "../geheugen.js";

// not a bare id: the browser would jump there by itself after we have gone there
const ANKER = "#bij=";

export function onthoudPlaats(tabel, groep, ga) {
  const naam = `plaats:${groep}`;
  const bekend = (id) => (typeof id === "string" && id ? document.getElementById(id)?.closest("tbody") && document.getElementById(id) : null);

  tabel.addEventListener("focusin", ({ target }) => {
    if (!target.id || !target.closest("tbody")) return;
    onthoud(naam, target.id);
    history.replaceState(history.state, "", `${ANKER}${target.id}`);
  });

  const element = bekend(location.hash.startsWith(ANKER) && location.hash.slice(ANKER.length)) ?? bekend(weetNog(naam));
  // who is typing already isn't taken elsewhere
  if (!element || tabel.tBodies[0].contains(document.activeElement)) return;
  if (matchMedia("(pointer: coarse)").matches) element.scrollIntoView({ block: "center", inline: "nearest" });
  else ga(element, { block: "center" });
  lijnUit(tabel);
}

/** No half row under the head, no half column under the names. */
function lijnUit(tabel) {
  const vak = tabel.parentElement;
  const kop = tabel.tHead.rows[1].cells[0].getBoundingClientRect().bottom;
  const rij = [...tabel.tBodies[0].rows].find((r) => r.getBoundingClientRect().bottom > kop + 1);
  vak.scrollTop += rij.getBoundingClientRect().top - kop;
  const vast = [...rij.cells].filter((cel) => getComputedStyle(cel).position === "sticky").at(-1);
  const rand = vast.getBoundingClientRect().right;
  const cel = [...rij.cells].find((c) => !c.hidden && c.cellIndex > vast.cellIndex && c.getBoundingClientRect().right > rand + 1);
  vak.scrollLeft += cel.getBoundingClientRect().left - rand;
}
