/** A list of boxes to tick: all of them in one click, and back. */
for (const lijst of document.querySelectorAll("[data-keuzelijst]")) {
  const knop = lijst.querySelector("[data-alles]");
  const vakjes = [...lijst.querySelectorAll("input[type=checkbox]")];
  const allemaal = () => vakjes.every((vakje) => vakje.checked);
  const bekijk = () => { knop.textContent = allemaal() ? "Niemand aanvinken" : "Iedereen aanvinken"; };
  knop.hidden = vakjes.length < 2;
  knop.addEventListener("click", () => {
    const aan = !allemaal();
    for (const vakje of vakjes) vakje.checked = aan;
    bekijk();
  });
  lijst.addEventListener("change", bekijk);
  bekijk();
}
