/** Pages of parts that save by themselves (item.js): how it stands in the head, leaving the page, the end of the visit. */
import { Item } from "./item.js";
import { maakPaginaklad } from "./paginaklad.js";
import { volgStatus } from "./status.js";
import { bewaakVertrek } from "./vertrek.js";
import { Wachtrij } from "./wachtrij.js";

/**
 * @param delen elements that are saved apart
 * @param vorm what item.js asks of them
 * @param bekijk {(Item) => void} called after whatever changed in one
 * @returns {{items: Map<HTMLElement, Item>, wachtrij: Wachtrij, opslag: EventTarget}}
 */
export function bewaarItems(delen, vorm, bekijk = () => {}) {
  const wachtrij = new Wachtrij();
  const items = new Map(delen.map((deel) => [deel, new Item(deel, wachtrij, vorm)]));
  const onbewaard = () => [...items.values()].filter((item) => item.anders);
  const opslag = Object.assign(new EventTarget(), { onbewaard });
  for (const item of items.values()) {
    item.addEventListener("veranderd", () => {
      bekijk(item);
      opslag.dispatchEvent(new Event("veranderd"));
    });
    item.addEventListener("conflict", () => opslag.dispatchEvent(new Event("conflict")));
    item.addEventListener("opgeslagen", ({ detail }) => opslag.dispatchEvent(new CustomEvent("opgeslagen", { detail })));
  }
  if (items.size) {
    volgStatus(wachtrij, opslag);
    const klad = maakPaginaklad({
      lees: () => onbewaard().map((item) => ({ plaats: item.plaats, waarde: JSON.stringify(item.lees()), versie: item.versie })),
      zetTerug: (notitie) => zetTerug([...items.values()], notitie),
      opslag,
    });
    bewaakVertrek(wachtrij, opslag, klad);
    wachtrij.addEventListener("sessie", () => klad.begin());
    // who types faster than a slow computer loads this script
    for (const item of onbewaard()) item.bewaar();
  }
  return { items, wachtrij, opslag };
}

function zetTerug(items, { plaats, waarde, versie }) {
  const item = items.find((ander) => ander.plaats === plaats);
  const waarden = JSON.parse(waarde);
  if (!item) return Object.values(waarden).filter(Boolean).join(" · ");
  const nu = item.lees();
  if (Object.keys(nu).every((veld) => nu[veld] === waarden[veld])) return "gelijk";
  item.zetTerug(waarden, versie);
  return "terug";
}
