/** How the class did on one test: from the head of its column, in a window over the table. */
import { haalFragment } from "../api.js";

export function volgVerdeling(gebied) {
  const dialoog = document.getElementById("verdeling");
  gebied.addEventListener("click", async (gebeurtenis) => {
    const link = gebeurtenis.target.closest("[data-verdeling]");
    if (!link || gebeurtenis.ctrlKey || gebeurtenis.metaKey || gebeurtenis.shiftKey) return;
    gebeurtenis.preventDefault();
    const plek = dialoog.querySelector("[data-fragment]");
    dialoog.querySelector("h2").textContent = "Verdeling";
    plek.textContent = "Even ophalen…";
    dialoog.showModal();
    dialoog.addEventListener("close", () => link.focus(), { once: true });
    const html = await haalFragment(link.href);
    if (html === null) plek.textContent = "De verdeling kon niet worden opgehaald. Sluit dit venster en probeer het zo opnieuw.";
    else plek.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
  });
}
