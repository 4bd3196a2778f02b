/** Named blocks of columns fold to a narrow strip, and stay folded at the next visit. */
import { onthoud, weetNog } from "./geheugen.js";

export function vouwBlokken(tabel, groep) {
  const naam = `gevouwen:${groep}`;
  const koppen = [...tabel.querySelectorAll("[data-blok]")];
  const dicht = new Set(weetNog(naam) ?? []);

  function vouw(kop) {
    const blok = kop.dataset.blok;
    const gevouwen = dicht.has(blok);
    const kolommen = [...tabel.querySelectorAll(`col[data-blokkol="${blok}"]`)];
    const cellen = [...tabel.querySelectorAll(`th[data-blokcel="${blok}"]`)];
    const eerste = cellen[0].cellIndex;
    kop.colSpan = gevouwen ? 1 : cellen.length;
    kop.classList.toggle("gevouwen", gevouwen);
    kop.firstElementChild.setAttribute("aria-expanded", String(!gevouwen));
    kop.title = gevouwen ? `${kop.textContent} tonen` : "";
    for (const [i, kolom] of kolommen.entries()) {
      kolom.hidden = gevouwen && i > 0;
      kolom.classList.toggle("k-dicht", gevouwen && i === 0);
    }
    for (const rij of [cellen[0].parentElement, ...tabel.tBodies[0].rows]) {
      for (let i = 0; i < cellen.length; i += 1) {
        rij.cells[eerste + i].hidden = gevouwen && i > 0;
        rij.cells[eerste + i].classList.toggle("gevouwen", gevouwen && i === 0);
      }
    }
  }

  function wissel(kop) {
    const blok = kop.dataset.blok;
    if (!dicht.delete(blok)) dicht.add(blok);
    onthoud(naam, [...dicht]);
    vouw(kop);
  }

  tabel.addEventListener("click", ({ target }) => {
    if (target.closest("[data-vouw]")) wissel(target.closest("[data-blok]"));
  });
  tabel.addEventListener("ontvouw", ({ detail: veld }) => {
    const kolomkop = tabel.querySelector(`[data-kolomkop="${veld.parentElement.dataset.kolom}"]`);
    wissel(koppen.find((kop) => kop.dataset.blok === kolomkop.dataset.blokcel));
  });
  koppen.filter((kop) => dicht.has(kop.dataset.blok)).forEach(vouw);
}
