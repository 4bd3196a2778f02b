/** Long texts: open in place as far as needed, count before it is too much, and show that there is more than two lines. */
import { LIMIET, isVeld, lengte, vakVan, wisFout } from "./cel.js";

const TEL_VANAF = LIMIET - 500;
const isTekst = (doel) => doel instanceof HTMLTextAreaElement && doel.matches(":is([data-kolom], [data-algemeen]) > textarea");

function groei(veld) {
  veld.style.height = "auto";
  veld.style.height = `${veld.scrollHeight + 2}px`;
}

/** What to say about the length of this text; "" while there is room enough. */
export function lengteZin(tekst) {
  const over = LIMIET - lengte(tekst);
  if (over < 0) return `${-over} tekens te veel`;
  return LIMIET - over >= TEL_VANAF ? `nog ${over} tekens` : "";
}

export function volgTeksten(gebied, { blijftOpen }) {
  const teller = document.querySelector("[data-celbalk-teller]");

  gebied.addEventListener("focusin", ({ target }) => {
    if (isTekst(target)) groei(target);
  });
  gebied.addEventListener("input", ({ target }) => {
    if (!isVeld(target)) return;
    if (isTekst(target)) groei(target);
    if (teller) teller.textContent = lengteZin(target.value);
    // too long no longer: don't keep saying so
    if (target.matches("[aria-invalid]") && lengte(target.value) <= LIMIET) wisFout(target);
  });
  gebied.addEventListener("focusout", ({ target }) => {
    if (teller) teller.textContent = "";
    if (!isTekst(target) || blijftOpen) return;
    target.style.height = "";
    target.scrollTop = 0;
    merk([target]);
  });

  if (blijftOpen) gebied.querySelectorAll("textarea").forEach(groei);
  else requestAnimationFrame(() => merk([...gebied.querySelectorAll("tbody textarea")]));
}

/** Mark the cells that hold more than they show. Read all first, then write: one layout instead of hundreds. */
function merk(velden) {
  const meer = velden.map((veld) => veld.scrollHeight > veld.clientHeight + 4);
  velden.forEach((veld, i) => (vakVan(veld) ?? veld.parentElement).classList.toggle("meer", meer[i]));
}
