/** Adding a signed line to a text of a colleague's overview: who may add but not edit writes in a window of its own. */
import { vraag } from "../api.js";
import { LIMIET, kolomVan, leerlingVan, lengte, regelVan } from "./cel.js";

const MISLUKT = {
  sessie: "Je bezoek is verlopen. Kopieer je tekst en open Groepswijzer opnieuw vanuit de leeromgeving.",
  recht: "Je mag hier geen observatie (meer) toevoegen.",
  gesloten: "Deze cyclus is gesloten; er kan niets meer bij.",
};

export class Observatie {
  #dialoog = document.getElementById("observatie");
  #veld = document.getElementById("observatie-tekst");
  #fout = document.getElementById("observatie-fout");
  #opslag; #url; #kolommen; #cel = null;

  constructor(opslag, url, kolommen) {
    this.#opslag = opslag;
    this.#url = url;
    this.#kolommen = kolommen;
    this.#dialoog.querySelector("form").addEventListener("submit", (gebeurtenis) => {
      gebeurtenis.preventDefault();
      this.#stuur();
    });
    this.#dialoog.addEventListener("cancel", (gebeurtenis) => {
      // Escape doesn't throw words away
      if (this.#veld.value.trim()) gebeurtenis.preventDefault();
    });
    this.#dialoog.addEventListener("close", () => this.#cel?.focus());
    addEventListener("beforeunload", (gebeurtenis) => {
      if (this.#dialoog.open && this.#veld.value.trim()) gebeurtenis.preventDefault();
    });
  }

  mag(cel) { return Boolean(cel.readOnly && this.#kolommen.get(kolomVan(cel))?.aanvullen); }

  /** @returns {boolean} whether this cell takes observations */
  open(cel, tekst = "") {
    if (!this.mag(cel)) return false;
    this.#cel = cel;
    document.getElementById("observatie-kop").textContent = `${this.#kolommen.get(kolomVan(cel)).naam}: ${leerlingVan(regelVan(cel))}`;
    const staat = this.#dialoog.querySelector("[data-staat-er]");
    staat.textContent = cel.value;
    staat.hidden = !cel.value;
    this.#veld.value = tekst;
    this.#toonFout("");
    this.#dialoog.showModal();
    this.#veld.focus();
    return true;
  }

  async #stuur() {
    const tekst = this.#veld.value.trim();
    if (!tekst) return this.#toonFout("Schrijf eerst op wat je hebt gezien.");
    if (lengte(tekst) > LIMIET) return this.#toonFout(`Deze tekst is ${lengte(tekst) - LIMIET} tekens te lang.`);
    const url = this.#url.replace("{regel}", regelVan(this.#cel)).replace("{kolom}", kolomVan(this.#cel));
    const antwoord = await vraag("POST", url, { tekst });
    if (antwoord.ok) {
      this.#opslag.neemOver(this.#cel, antwoord, this.#cel.value);
      this.#cel.value = antwoord.waarde;
      this.#veld.value = "";
      return this.#dialoog.close();
    }
    if (antwoord.weg) return this.#toonFout("Geen verbinding. Je tekst staat hier nog; probeer het zo opnieuw.");
    return this.#toonFout(antwoord.fout ?? MISLUKT[antwoord.code] ?? `Je observatie is niet bewaard (fout ${antwoord.status}).`);
  }

  #toonFout(zin) {
    this.#fout.textContent = zin;
    this.#fout.hidden = !zin;
    if (zin) this.#veld.setAttribute("aria-invalid", "true");
    else this.#veld.removeAttribute("aria-invalid");
  }
}
