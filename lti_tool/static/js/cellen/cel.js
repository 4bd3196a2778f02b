/** One cell on the page: where it is, and how it shows what happened to it. The same in the table and on a pupil's page. */

export const LIMIET = 4000;
const TEKENS = { bezig: "…", opgeslagen: "✓", wacht: "↻", klad: "↻", fout: "✕", conflict: "≠" };
const VERLOOP = { stijgt: "gestegen", daalt: "gedaald", gelijk: "gelijk gebleven" };

export const zoekVeld = (regel, kolom) => document.getElementById(`c${regel}-${kolom}`);
export const vakVan = (veld) => veld.closest("[data-kolom]");
export const regelVan = (element) => element.closest("[data-regel]").dataset.regel;
export const kolomVan = (veld) => vakVan(veld).dataset.kolom;
export const leerlingVan = (regel) => document.getElementById(`r${regel}`).textContent.trim();
export const isVeld = (doel) => doel instanceof HTMLElement && doel.matches("[data-kolom] > :is(input, textarea)");
export const velden = () => document.querySelectorAll("[data-kolom] > :is(input, textarea)");
export const lengte = (tekst) => [...tekst].length;

/** Is there something in the field that the server doesn't have? The server trims, so spaces at the ends don't count. */
export const verschilt = (veld) => !veld.readOnly && veld.value.trim() !== veld.defaultValue.trim();

export function zetToestand(veld, toestand) {
  const vak = vakVan(veld);
  vak.querySelector(".celteken")?.remove();
  if (!toestand) {
    delete vak.dataset.toestand;
    return;
  }
  vak.dataset.toestand = toestand;
  const teken = document.createElement("i");
  teken.className = "celteken";
  teken.setAttribute("aria-hidden", "true");
  teken.textContent = TEKENS[toestand];
  vak.append(teken);
}

/** Say beside the cell what is wrong; what was typed stays. */
export function toonFout(veld, zin, toegestaan = "") {
  wisFout(veld);
  const fout = document.createElement("div");
  fout.id = `f${veld.id.slice(1)}`;
  fout.className = "celfout";
  fout.setAttribute("role", "alert");
  fout.append(zin);
  if (toegestaan && !zin.includes(toegestaan)) {
    const uitleg = document.createElement("b");
    uitleg.textContent = ` ${toegestaan}`;
    fout.append(uitleg);
  }
  const vak = vakVan(veld);
  vak.append(fout);
  fout.classList.toggle("links", fout.getBoundingClientRect().right > innerWidth);
  veld.setAttribute("aria-invalid", "true");
  beschrijf(veld);
}

export function wisFout(veld) {
  document.getElementById(`f${veld.id.slice(1)}`)?.remove();
  veld.removeAttribute("aria-invalid");
  beschrijf(veld);
}

/** Show what the server made of a score: under the agreement or not, risen or fallen. */
export function toonScore(veld, { onder, verloop }) {
  const vak = vakVan(veld);
  vak.classList.toggle("onder", Boolean(onder));
  if (verloop) vak.dataset.verloop = verloop;
  else delete vak.dataset.verloop;
  const id = `t${veld.id.slice(1)}`;
  document.getElementById(id)?.remove();
  const woorden = [onder && "onder de afspraak", VERLOOP[verloop], verloop && vak.dataset.vorige && `eerder: ${vak.dataset.vorige}`];
  const tekst = woorden.filter(Boolean).join(", ");
  if (tekst) {
    const uitleg = document.createElement("span");
    uitleg.id = id;
    uitleg.className = "visually-hidden";
    uitleg.textContent = tekst;
    veld.after(uitleg);
  }
  beschrijf(veld);
}

function beschrijf(veld) {
  const nummer = veld.id.slice(1);
  const ids = [`h${nummer}`, `t${nummer}`, `f${nummer}`].filter((id) => document.getElementById(id));
  if (ids.length) veld.setAttribute("aria-describedby", ids.join(" "));
  else veld.removeAttribute("aria-describedby");
}
