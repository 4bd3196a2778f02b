/** What every page needs: the menu closes as people expect, a page with errors opens at the errors, the class list stays fresh. */
import { volgRooster } from "./rooster.js";

function sluitMenus(behalve) {
  for (const menu of document.querySelectorAll("[data-menu][open]")) {
    if (menu !== behalve) menu.open = false;
  }
}

document.addEventListener("click", (gebeurtenis) => {
  sluitMenus(gebeurtenis.target.closest("[data-menu]"));
  if (gebeurtenis.target.closest("[data-bericht-sluit]")) gebeurtenis.target.closest(".melding").remove();
});

document.addEventListener("keydown", (gebeurtenis) => {
  const menu = document.querySelector("[data-menu][open]");
  if (gebeurtenis.key !== "Escape" || !menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

// on a phone the part that is open may stand out of sight
for (const hier of document.querySelectorAll("header [aria-current]")) {
  hier.scrollIntoView({ block: "nearest", inline: "nearest" });
}
document.querySelector("[data-foutoverzicht]")?.focus();
volgRooster();
