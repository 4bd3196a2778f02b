/** Paper shows whole texts: what stands in a field is laid in its cell just before printing. */

addEventListener("beforeprint", () => {
  for (const veld of document.querySelectorAll(":is([data-kolom], [data-algemeen]) > :is(input, textarea)")) {
    veld.parentElement.dataset.tekst = veld.value;
  }
});
addEventListener("afterprint", () => {
  for (const vak of document.querySelectorAll("[data-tekst]:is([data-kolom], [data-algemeen])")) delete vak.dataset.tekst;
});
