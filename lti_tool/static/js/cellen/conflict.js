/** Two people on one cell: the second sees what the first wrote, and chooses. Nothing is overwritten unseen. */
import { LIMIET, lengte, vakVan, zetToestand } from "./cel.js";
import { voegSamen } from "../opslag/samenvoegen.js";

// don't break in while somebody is typing in another cell
const TYPPAUZE_MS = 1500;

export class Conflict {
  #dialoog = document.getElementById("conflict");
  #opslag; #open = new Map(); #rij = []; #nu = null; #getypt = 0; #wekker = null;

  constructor(opslag) {
    this.#opslag = opslag;
    opslag.addEventListener("conflict", ({ detail: { veld, antwoord } }) => {
      this.#open.set(veld, { antwoord, basis: veld.defaultValue });
      // Enter saves and so does leaving: one question, with the newest answer
      if (this.#nu === veld) this.#vul(veld);
      else if (!this.#rij.includes(veld)) this.#rij.push(veld);
      this.#straks();
    });
    document.addEventListener("input", () => { this.#getypt = Date.now(); });
    this.#dialoog.addEventListener("click", (gebeurtenis) => {
      const keuze = gebeurtenis.target.closest("[data-keuze]")?.dataset.keuze;
      if (keuze) this.#kies(keuze);
    });
    this.#dialoog.addEventListener("close", () => {
      const veld = this.#nu;
      this.#nu = null;
      veld?.focus();
      if (veld?.matches("input")) veld.select();
      this.#straks();
    });
  }

  /** Ask again about a cell that was left undecided. */
  heropen(veld) {
    if (this.#open.has(veld) && !this.#dialoog.open) this.#toon(veld);
  }

  #straks() {
    clearTimeout(this.#wekker);
    const rest = this.#getypt + TYPPAUZE_MS - Date.now();
    this.#rij = this.#rij.filter((veld) => veld.closest("[data-toestand=conflict]"));
    const [veld] = this.#rij;
    if (!veld || this.#dialoog.open) return;
    if (rest > 0 && document.activeElement !== veld) this.#wekker = setTimeout(() => this.#straks(), rest);
    else this.#toon(veld);
  }

  #toon(veld) {
    this.#nu = veld;
    this.#rij = this.#rij.filter((ander) => ander !== veld);
    this.#vul(veld);
    this.#dialoog.showModal();
    // on the heading: a key meant for the cell must not choose
    this.#dialoog.querySelector("h2").focus();
  }

  #vul(veld) {
    const { antwoord, basis } = this.#open.get(veld);
    const vind = (kiezer) => this.#dialoog.querySelector(kiezer);
    vind("[data-uitleg]").textContent = `${antwoord.door} veranderde deze cel om ${antwoord.op}, terwijl jij erin werkte. Wat moet er staan?`;
    vind("[data-kop-hun]").textContent = `Van ${antwoord.door}`;
    vind("[data-hun]").textContent = antwoord.waarde || "(leeg)";
    vind("[data-mijn]").textContent = veld.value || "(leeg)";
    vind("[data-keuze=hun]").textContent = `Die van ${antwoord.door} houden`;
    const beide = vind("[data-keuze=beide]");
    const teLang = lengte(voegSamen(basis, antwoord.waarde, veld.value)) - LIMIET;
    beide.hidden = !veld.matches("textarea") || teLang > 0;
    const fout = vind("[data-conflict-fout]");
    fout.hidden = !veld.matches("textarea") || teLang <= 0;
    fout.textContent = `Samen zijn de teksten ${teLang} tekens te lang.`;
  }

  #kies(keuze) {
    const veld = this.#nu;
    const { antwoord, basis } = this.#open.get(veld);
    const mijn = veld.value;
    this.#open.delete(veld);
    zetToestand(veld, null);
    this.#opslag.neemOver(veld, antwoord, keuze === "hun" ? mijn : null);
    if (keuze === "hun") veld.value = antwoord.waarde;
    else {
      veld.value = keuze === "mijn" ? mijn : voegSamen(basis, antwoord.waarde, mijn);
      this.#opslag.bewaar(veld);
    }
    vakVan(veld).scrollIntoView({ block: "nearest", inline: "nearest" });
    this.#dialoog.close();
  }
}
