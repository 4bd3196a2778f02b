/** What an item of the evaluation is to item.js: fields with data-veld, of which some are a row of buttons. */

const veldVan = (deel, naam) => deel.querySelector(`[data-veld="${naam}"]`);

/** field -> what stands there now */
export function lees(deel) {
  return Object.fromEntries([...deel.querySelectorAll("[data-veld]")].map((veld) => [
    veld.dataset.veld,
    "value" in veld ? veld.value.trim() : veld.querySelector('[aria-pressed="true"]')?.dataset.waarde ?? "",
  ]));
}

export function zet(deel, waarden) {
  for (const [naam, waarde] of Object.entries(waarden)) {
    const veld = veldVan(deel, naam);
    if ("value" in veld) veld.value = waarde;
    else for (const knop of veld.children) knop.setAttribute("aria-pressed", String(knop.dataset.waarde === waarde));
  }
}

/** A press on a pressed button lets go of it. */
export function kies(knop) {
  const ingedrukt = knop.getAttribute("aria-pressed") === "true";
  for (const ander of knop.parentElement.children) ander.setAttribute("aria-pressed", String(ander === knop && !ingedrukt));
}

/** Each field with its name and what stands in it, as a list. */
export function inWoorden(deel, waarden) {
  const lijst = document.createElement("dl");
  for (const [naam, waarde] of Object.entries(waarden)) {
    const veld = veldVan(deel, naam);
    const keuze = veld.querySelector(`[data-waarde="${waarde}"], option[value="${waarde}"]`);
    const [dt, dd] = ["dt", "dd"].map((soort) => document.createElement(soort));
    dt.textContent = veld.labels?.[0]?.textContent ?? veld.getAttribute("aria-label") ?? document.getElementById(veld.getAttribute("aria-labelledby"))?.textContent ?? "";
    dd.textContent = ("value" in veld && !veld.options ? waarde : keuze?.textContent) || "(leeg)";
    lijst.append(dt, dd);
  }
  return lijst;
}
