/** Named blocks of columns fold to a narrow strip, and stay folded at the next visit. */
import { onthoud, weetNog } from "../geheugen.js";

export function vouwBlokken(tabel, groep) {
  const naam = `gevouwen:${groep}`;
  const koppen = [...tabel.querySelectorAll("[data-blok]")];
  const dicht = new Set(weetNog(naam) ?? []);
  let verborgen = new Set();

  function vouw(kop) {
    const blok = kop.dataset.blok;
    const gevouwen = dicht.has(blok);
    const kolommen = [...tabel.querySelectorAll(`col[data-blokkol="${blok}"]`)];
    const cellen = [...tabel.querySelectorAll(`th[data-blokcel="${blok}"]`)];
    const eerste = cellen[0].cellIndex;
    const te = cellen.map((cel) => !verborgen.has(cel.dataset.kolomkop));
    // a folded block keeps one narrow strip: its first column that isn't hidden by itself
    const strook = te.indexOf(true);
    const toon = te.map((zichtbaar, i) => zichtbaar && (!gevouwen || i === strook));
    kop.hidden = strook < 0;
    kop.colSpan = Math.max(1, toon.filter(Boolean).length);
    kop.classList.toggle("gevouwen", gevouwen);
    kop.firstElementChild.setAttribute("aria-expanded", String(!gevouwen));
    kop.title = gevouwen ? `${kop.textContent} tonen` : "";
    for (const [i, kolom] of kolommen.entries()) {
      kolom.hidden = !toon[i];
      kolom.classList.toggle("k-dicht", gevouwen && i === strook);
    }
    for (const rij of [cellen[0].parentElement, ...tabel.tBodies[0].rows]) {
      for (let i = 0; i < cellen.length; i += 1) {
        rij.cells[eerste + i].hidden = !toon[i];
        rij.cells[eerste + i].classList.toggle("gevouwen", gevouwen && i === strook);
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

  return {
    /** Hide these columns (ids) by themselves, and show all others. */
    verberg(ids) {
      verborgen = new Set(ids);
      koppen.forEach(vouw);
    },
  };
}
