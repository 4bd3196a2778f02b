/** Paper shows whole texts: what stands in a field is laid in its cell just before printing. */

const dag = (veld) => veld.valueAsDate.toLocaleDateString("nl-NL", { timeZone: "UTC", dateStyle: "long" });

addEventListener("beforeprint", () => {
  for (const veld of document.querySelectorAll(":is([data-kolom], [data-algemeen], [data-veld]) > :is(input, textarea)")) {
    veld.parentElement.dataset.tekst = veld.type === "date" && veld.value ? dag(veld) : veld.value;
  }
});
addEventListener("afterprint", () => {
  for (const vak of document.querySelectorAll("[data-tekst]:is([data-kolom], [data-algemeen], [data-veld])")) delete vak.dataset.tekst;
});
