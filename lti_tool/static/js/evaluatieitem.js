/** One thing to look back on (a pupil's result, or how a row went): read, shown, saved; two people on one are told of each other. */
import { vraag } from "./api.js";
import { voegSamen } from "./samenvoegen.js";

const PAUZE_MS = 1200;

export class Item extends EventTarget {
  #deel; #wachtrij; #basis; #bewaard; #wekker;

  /** @param basis {string} the address under which items are saved */
  constructor(deel, wachtrij, basis) {
    super();
    this.#deel = deel;
    this.#wachtrij = wachtrij;
    this.#basis = basis;
    this.#bewaard = this.lees();
    deel.addEventListener("click", ({ target }) => {
      const knop = target.closest("[data-waarde]");
      if (knop) this.#kies(knop);
    });
    deel.addEventListener("change", ({ target }) => { if (target.matches("select")) this.bewaar(); });
    deel.addEventListener("input", ({ target }) => {
      if (!target.matches("textarea")) return;
      groei(target);
      clearTimeout(this.#wekker);
      this.#wekker = setTimeout(() => this.bewaar(), PAUZE_MS);
    });
    deel.addEventListener("focusout", ({ target }) => { if (target.matches("textarea")) this.bewaar(); });
    for (const veld of deel.querySelectorAll("textarea")) groei(veld);
  }

  get deel() { return this.#deel; }
  get sleutel() { return this.#deel.dataset.item; }
  get anders() { return !zelfde(this.lees(), this.#bewaard); }
  get #inConflict() { return Boolean(this.#deel.querySelector(".item-conflict")); }

  /** field -> what stands there now */
  lees() {
    return Object.fromEntries([...this.#deel.querySelectorAll("[data-veld]")].map((veld) => [
      veld.dataset.veld,
      "value" in veld ? veld.value.trim() : veld.querySelector('[aria-pressed="true"]')?.dataset.waarde ?? "",
    ]));
  }

  /** What the server has: shown, unless somebody here is at work on it; `eigen`: we made it so ourselves, just now. */
  neemOver(waarden, eigen) {
    if (this.#inConflict || (this.anders && !eigen)) return;
    const mijn = this.lees();
    const gewijzigd = Object.keys(mijn).filter((veld) => mijn[veld] !== this.#bewaard[veld]);
    this.#zetBewaard(waarden);
    this.#toon({ ...this.#bewaard, ...Object.fromEntries(gewijzigd.map((veld) => [veld, mijn[veld]])) });
  }

  bewaar() {
    clearTimeout(this.#wekker);
    if (this.#inConflict || !this.anders) return;
    this.#meld("…");
    let gestuurd;
    this.#wachtrij.zet(this.sleutel, {
      verstuur: () => {
        gestuurd = this.lees();
        return vraag("PUT", `${this.#basis}/${this.sleutel}`, { ...gestuurd, versie: Number(this.#deel.dataset.versie) });
      },
      verwerk: (antwoord) => this.#verwerk(gestuurd, antwoord),
    });
  }

  #kies(knop) {
    const ingedrukt = knop.getAttribute("aria-pressed") === "true";
    for (const ander of knop.parentElement.children) ander.setAttribute("aria-pressed", String(ander === knop && !ingedrukt));
    this.#veranderd();
    this.bewaar();
  }

  #verwerk(gestuurd, antwoord) {
    if (antwoord.ok || (antwoord.code === "conflict" && zelfde(gestuurd, antwoord))) {
      this.#zetBewaard(antwoord);
      this.#meld("✓");
      this.dispatchEvent(new CustomEvent("opgeslagen", { detail: { antwoord } }));
      if (this.anders) this.bewaar();
    } else if (antwoord.code === "conflict" && "door" in antwoord) this.#botst(antwoord);
    else this.#meld(antwoord.fout ?? `Niet bewaard (fout ${antwoord.status}). Probeer het nog eens.`, "fout");
    this.#veranderd();
  }

  /** Somebody else was first. What only one of both touched goes together by itself; the rest is asked. */
  #botst(antwoord) {
    const mijn = this.lees();
    const oud = this.#bewaard;
    const samen = {};
    const dubbel = [];
    for (const veld of Object.keys(mijn)) {
      if (mijn[veld] === oud[veld] || mijn[veld] === antwoord[veld]) samen[veld] = antwoord[veld];
      else {
        samen[veld] = mijn[veld];
        if (antwoord[veld] !== oud[veld]) dubbel.push(veld);
      }
    }
    this.#zetBewaard(antwoord);
    this.#toon(samen);
    if (dubbel.length) this.#vraag(antwoord, oud, dubbel);
    else if (this.anders) this.bewaar();
    else this.#meld("✓");
  }

  #vraag(antwoord, oud, dubbel) {
    this.#meld("", "conflict");
    const melding = document.getElementById("item-conflict").content.firstElementChild.cloneNode(true);
    melding.querySelector("[data-wie]").textContent = `${antwoord.door} veranderde dit om ${antwoord.op}. Wat jij invulde, is nog niet bewaard.`;
    melding.querySelector("[data-hun]").append(...dubbel.flatMap((veld) => this.#inWoorden(veld, antwoord[veld])));
    melding.querySelector('[data-keuze="hun"]').textContent = `Die van ${antwoord.door} houden`;
    melding.addEventListener("click", ({ target }) => {
      const keuze = target.closest("[data-keuze]")?.dataset.keuze;
      if (!keuze) return;
      melding.remove();
      delete this.#deel.dataset.toestand;
      if (keuze === "hun") this.#toon({ ...this.lees(), ...Object.fromEntries(dubbel.map((veld) => [veld, antwoord[veld]])) });
      else this.#toon(this.#metBeide(antwoord, oud, dubbel));
      if (this.anders) this.bewaar();
      else this.#meld("✓");
      this.#veranderd();
      this.#deel.querySelector("textarea:not([hidden]), button")?.focus();
    });
    this.#deel.append(melding);
    this.dispatchEvent(new Event("conflict"));
  }

  /** Mine; of texts nothing of theirs gets lost. */
  #metBeide(antwoord, oud, dubbel) {
    const mijn = this.lees();
    for (const veld of dubbel) {
      if (this.#veld(veld).matches("textarea")) mijn[veld] = voegSamen(oud[veld], antwoord[veld], mijn[veld]);
    }
    return mijn;
  }

  #inWoorden(naam, waarde) {
    const veld = this.#veld(naam);
    const keuze = veld.querySelector(`[data-waarde="${waarde}"], option[value="${waarde}"]`);
    const dt = document.createElement("dt");
    const dd = document.createElement("dd");
    dt.textContent = veld.labels?.[0]?.textContent ?? veld.getAttribute("aria-label") ?? document.getElementById(veld.getAttribute("aria-labelledby"))?.textContent ?? "";
    dd.textContent = ("value" in veld && !veld.options ? waarde : keuze?.textContent) || "(leeg)";
    return [dt, dd];
  }

  #veld(naam) { return this.#deel.querySelector(`[data-veld="${naam}"]`); }

  #zetBewaard(antwoord) {
    this.#bewaard = Object.fromEntries(Object.keys(this.lees()).map((veld) => [veld, antwoord[veld]]));
    this.#deel.dataset.versie = antwoord.versie;
  }

  #toon(waarden) {
    for (const [naam, waarde] of Object.entries(waarden)) {
      const veld = this.#veld(naam);
      if ("value" in veld) veld.value = waarde;
      else for (const knop of veld.children) knop.setAttribute("aria-pressed", String(knop.dataset.waarde === waarde));
      if (veld.matches("textarea")) groei(veld);
    }
    this.#veranderd();
  }

  /** How it stands with the server; an error in words, beside it. */
  #meld(teken, toestand = "") {
    const plek = this.#deel.querySelector("[data-stand]");
    plek.textContent = teken;
    plek.classList.toggle("veld-fout", toestand === "fout");
    if (toestand) this.#deel.dataset.toestand = toestand;
    else delete this.#deel.dataset.toestand;
  }

  #veranderd() { this.dispatchEvent(new Event("veranderd")); }
}

const zelfde = (een, ander) => Object.keys(een).every((veld) => een[veld] === ander[veld]);

function groei(veld) {
  veld.style.height = "auto";
  veld.style.height = `${veld.scrollHeight + 2}px`;
}
