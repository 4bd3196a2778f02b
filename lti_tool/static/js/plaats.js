/** Reload, back, and a new launch return to the same pupil and cell. */
import { onthoud, weetNog } from "./geheugen.js";

export function onthoudPlaats(tabel, groep, ga) {
  const naam = `plaats:${groep}`;
  const bekend = (id) => (typeof id === "string" && id ? document.getElementById(id)?.closest("tbody") && document.getElementById(id) : null);

  tabel.addEventListener("focusin", ({ target }) => {
    if (!target.id || !target.closest("tbody")) return;
    onthoud(naam, target.id);
    history.replaceState(history.state, "", `#${target.id}`);
  });

  const element = bekend(location.hash.slice(1)) ?? bekend(weetNog(naam));
  if (!element) return;
  if (matchMedia("(pointer: coarse)").matches) element.scrollIntoView({ block: "center", inline: "nearest" });
  else ga(element, { block: "center" });
}
