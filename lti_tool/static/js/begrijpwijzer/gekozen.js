/** The chosen sentences: their words can be changed, their order too; own ones can be offered to colleagues. */
import { vraag } from "../api.js";
import { toonBericht } from "../berichten.js";

export class Gekozen extends EventTarget {
  #lijst; #sjabloon = document.getElementById("keuze"); #mag; #namen; #adres; #domein;

  constructor(gebied, { mag, namen, adressen, domein }) {
    super();
    this.#lijst = gebied.querySelector("[data-gekozen]");
    this.#mag = mag;
    this.#namen = namen;
    this.#adres = adressen.voorstel;
    this.#domein = domein;
    this.#lijst.addEventListener("input", ({ target }) => {
      past(target);
      this.#meld("typt");
    });
    this.#lijst.addEventListener("focusout", () => this.#meld("gekozen"));
    this.#lijst.addEventListener("click", ({ target }) => {
      const keuze = target.closest("li");
      if (target.closest("[data-weg]")) this.#haalWeg(keuze);
      else if (target.closest("[data-voorstel]")) this.#stelVoor(keuze);
      else if (target.closest("[data-omhoog]")) {
        keuze.previousElementSibling?.before(keuze);
        target.closest("button").focus();
        this.#meld("gekozen");
      }
    });
    gebied.addEventListener("click", ({ target }) => {
      const factor = target.closest("[data-factor]");
      if (factor) this.kies({ categorie: factor.dataset.categorie, sleutel: "", tekst: factor.dataset.factor });
    });
  }

  lees() {
    return [...this.#lijst.children]
      .map((keuze) => ({ categorie: keuze.dataset.categorie, sleutel: keuze.dataset.sleutel, tekst: keuze.querySelector("textarea").value.trim() }))
      .filter((zin) => zin.tekst);
  }

  toon(zinnen) {
    this.#lijst.replaceChildren();
    zinnen.forEach((zin) => this.#maak(zin));
    this.#meld("veranderd");
  }

  voegToe(zinnen) {
    const bekend = new Set(this.lees().map((zin) => zin.tekst));
    for (const zin of zinnen) if (!bekend.has(zin.tekst)) this.#maak(zin);
    this.#meld("veranderd");
  }

  heeft(sleutel) { return this.lees().some((zin) => zin.sleutel === sleutel); }

  /** Add a sentence once. */
  kies(zin) {
    if (this.lees().some((ander) => ander.tekst === zin.tekst)) return;
    this.#maak(zin);
    this.#meld("veranderd");
    this.#meld("gekozen");
  }

  laatGaan(sleutel) {
    this.#haalWeg([...this.#lijst.children].find((keuze) => keuze.dataset.sleutel === sleutel));
  }

  #maak({ categorie, sleutel, tekst }) {
    const keuze = this.#sjabloon.content.firstElementChild.cloneNode(true);
    Object.assign(keuze.dataset, { categorie, sleutel, begin: tekst });
    const veld = keuze.querySelector("textarea");
    veld.value = tekst;
    veld.readOnly = !this.#mag;
    veld.setAttribute("aria-label", `Zin bij ${this.#namen[categorie] ?? categorie}`);
    if (sleutel) keuze.querySelector("[data-voorstel]").remove();
    if (!this.#mag) for (const knop of keuze.querySelectorAll("button")) knop.remove();
    this.#lijst.append(keuze);
    past(veld);
  }

  #haalWeg(keuze) {
    if (!keuze) return;
    const ander = keuze.nextElementSibling ?? keuze.previousElementSibling;
    const hadFocus = keuze.contains(document.activeElement);
    keuze.remove();
    if (hadFocus) (ander?.querySelector("textarea") ?? document.querySelector("[data-zoekveld]"))?.focus();
    this.#meld("veranderd");
    this.#meld("gekozen");
  }

  async #stelVoor(keuze) {
    const tekst = keuze.querySelector("textarea").value.trim();
    const antwoord = await vraag("POST", this.#adres, { categorie: keuze.dataset.categorie, domein: this.#domein, tekst });
    if (antwoord.ok) keuze.querySelector("[data-voorstel]").remove();
    toonBericht("voorstel", antwoord.ok
      ? { soort: "goed", tekst: "Je zin is voorgesteld. Na goedkeuring zien collega’s die ook." }
      : { soort: "let-op", tekst: antwoord.fout ?? "Je zin kon niet worden voorgesteld. Probeer het later nog eens." });
  }

  #meld(naam) { this.dispatchEvent(new Event(naam)); }
}

function past(veld) {
  if (CSS.supports("field-sizing", "content")) return;
  veld.style.height = "auto";
  veld.style.height = `${veld.scrollHeight + 2}px`;
}
