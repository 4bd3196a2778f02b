/** The board as it stands on the page: its cards and columns, and a newer one in its place. */

const plek = document.querySelector("[data-bordplek]");
const omroep = document.querySelector("[data-omroep]");

export const bord = () => plek.querySelector("[data-bord]");
export const kolommen = () => [...plek.querySelectorAll("[data-waar].kolom")];
export const kaartVan = (element) => element?.closest("[data-kaart]") ?? null;
export const kolomVan = (element) => element?.closest(".kolom") ?? null;

let laatste = plek.innerHTML;
let vast = false;
let gemist = false;

/** The board as the server last gave it: a change that didn't get through is gone. */
export const herstel = () => vervang(laatste);

/** Told to a screen reader. */
export function zeg(tekst) { omroep.textContent = tekst; }

/** Who drags keeps the board under the hand; a newer one comes after that. */
export function houdVast(aan) {
  vast = aan;
  plek.classList.toggle("bord-sleept", aan);
  if (!aan && gemist) vervang(laatste);
}

/** Put a newer board in place: what was open stays open, the focus stays where it was. */
export function vervang(html) {
  laatste = html;
  gemist = vast;
  if (vast) return;
  const open = [...plek.querySelectorAll("details[id][open]")].map(({ id }) => id);
  const dicht = [...plek.querySelectorAll("details[id]:not([open])")].map(({ id }) => id);
  const actief = plek.contains(document.activeElement) ? document.activeElement : null;
  const doel = actief && { id: actief.id, kaart: kaartVan(actief)?.dataset.kaart, kolom: kolomVan(actief)?.dataset.waar };
  const getypt = plek.querySelector("#punt-nieuw")?.value ?? "";
  const schuif = [...plek.querySelectorAll(".kolommen, .voorstellijst")].map((vak) => vak.scrollLeft);
  plek.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  for (const id of dicht) document.getElementById(id)?.removeAttribute("open");
  plek.querySelectorAll(".kolommen, .voorstellijst").forEach((vak, nummer) => { vak.scrollLeft = schuif[nummer] ?? 0; });
  const veld = plek.querySelector("#punt-nieuw");
  if (veld) veld.value = getypt;
  if (doel) focus(doel);
}

function focus({ id, kaart, kolom }) {
  const zelfde = (id && document.getElementById(id)) || (kaart && document.getElementById(`k${kaart}`));
  // a card that moved into a folded list is shown
  zelfde?.closest("details:not([open])")?.setAttribute("open", "");
  if (zelfde) zelfde.focus();
  else buur(kolom)?.focus({ preventScroll: true });
}

/** What was in focus is gone: a card in the same column, else the next proposal, else a button that is always there. */
function buur(kolom) {
  const zichtbaar = (knop) => !knop.closest("details:not([open])");
  const kaarten = kolom === undefined ? [] : [...plek.querySelectorAll(`.kolom[data-waar="${kolom}"] button.kaart-naam`)];
  return kaarten.find(zichtbaar) ?? plek.querySelector("[data-overnemen]") ?? document.getElementById("nieuwe-subgroep");
}
