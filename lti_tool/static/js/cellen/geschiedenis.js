/** Who changed this cell, when, from what to what. */
import { haalFragment } from "../api.js";
import { kolomVan, leerlingVan, regelVan } from "./cel.js";

const dialoog = document.getElementById("geschiedenis");

export async function toonGeschiedenis(veld, urlpatroon, kolommen) {
  const plek = dialoog.querySelector("[data-fragment]");
  dialoog.querySelector("h2").textContent = `Geschiedenis: ${kolommen.get(kolomVan(veld)).naam}, ${leerlingVan(regelVan(veld))}`;
  plek.textContent = "Even ophalen…";
  dialoog.showModal();
  dialoog.addEventListener("close", () => veld.focus(), { once: true });
  const html = await haalFragment(urlpatroon.replace("{regel}", regelVan(veld)).replace("{kolom}", kolomVan(veld)));
  if (html === null) plek.textContent = "De geschiedenis kon niet worden opgehaald. Sluit dit venster en probeer het zo opnieuw.";
  else plek.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
}
