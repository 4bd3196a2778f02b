/** A part of a page that saves by itself, over its own version. Two people on one part are told of each other. */
import { vraag } from "../api.js";
import { voegSamen } from "./samenvoegen.js";

const PAUZE_MS = 1200;

/** A text that grows with what is typed in it. */
export function groei(veld) {
  if (!(veld instanceof HTMLTextAreaElement)) return;
  veld.style.height = "auto";
  veld.style.height = `${veld.scrollHeight + 2}px`;
}

const zelfde = (een, ander) => Object.keys(een).every((naam) => een[naam] === ander[naam]);
const invoervelden = (deel) => [...deel.querySelectorAll("textarea, input, select")];

const isKruis = (veld) => veld.matches("[type=radio], [type=checkbox]");

/** What the server sent in this field. */
function begin(veld) {
  if (isKruis(veld)) return veld.defaultChecked;
  if (veld.matches("select")) return ([...veld.options].find((optie) => optie.defaultSelected) ?? veld.options[0]).value;
  return veld.defaultValue;
}

/** What the server sent, whatever somebody typed or chose before this script was there. */
function beginstand(deel, lees) {
  const wat = (veld) => (isKruis(veld) ? "checked" : "value");
  const anders = invoervelden(deel).filter((veld) => veld[wat(veld)] !== begin(veld)).map((veld) => [veld, veld[wat(veld)]]);
  for (const [veld] of anders) veld[wat(veld)] = begin(veld);
  const stand = lees(deel);
  for (const [veld, waarde] of anders) veld[wat(veld)] = waarde;
  return stand;
}

export class Item extends EventTarget {
  #deel; #wachtrij; #vorm; #bewaard; #wekker;

  /**
   * @param deel {HTMLElement} with data-versie and a [data-stand] in it; the page has macros/itemconflict.html once
   * @param vorm how such a part is read, shown and sent:
   *   lees(deel) => {field: text} as it is sent; zet(deel, {field: text}) shows it; adres(deel) => where it is saved;
   *   inWoorden(deel, {field: text}) => what somebody else filled in, as nodes or text;
   *   bezwaar({field: text}) => why it isn't sent yet, "" when it is complete; bewaardTekst: said when it is saved;
   *   deelbaar(deel) => may fields of two people stand in it together
   */
  constructor(deel, wachtrij, vorm) {
    super();
    this.#deel = deel;
    this.#wachtrij = wachtrij;
    this.#vorm = { bezwaar: () => "", bewaardTekst: "✓", deelbaar: () => true, ...vorm };
    this.#bewaard = beginstand(deel, vorm.lees);
    deel.addEventListener("input", ({ target }) => {
      groei(target);
      clearTimeout(this.#wekker);
      this.#wekker = setTimeout(() => this.bewaar(), target.matches("select, [type=radio], [type=checkbox]") ? 0 : PAUZE_MS);
    });
    deel.addEventListener("focusout", ({ target }) => { if (target.matches("textarea, input")) this.bewaar(); });
    invoervelden(deel).forEach(groei);
  }

  get deel() { return this.#deel; }
  get plaats() { return this.#vorm.adres(this.#deel); }
  get versie() { return Number(this.#deel.dataset.versie); }
  get anders() { return !zelfde(this.lees(), this.#bewaard); }
  get #inConflict() { return Boolean(this.#deel.querySelector("[data-itemconflict]")); }

  /** field -> what stands there now */
  lees() { return this.#vorm.lees(this.#deel); }

  /** Something was chosen with a button of the page's own. */
  gekozen() {
    this.#veranderd();
    this.bewaar();
  }

  /** What the server has: shown, unless somebody here is at work on it; `eigen`: we made it so ourselves, just now. */
  neemOver(waarden, eigen) {
    if (this.#inConflict || (this.anders && !eigen)) return;
    const mijn = this.lees();
    const gewijzigd = Object.keys(mijn).filter((veld) => mijn[veld] !== this.#bewaard[veld]);
    this.#zetBewaard(waarden);
    this.#toon({ ...this.#bewaard, ...Object.fromEntries(gewijzigd.map((veld) => [veld, mijn[veld]])) });
  }

  /** Put back what was typed at an earlier visit, over the version that it was typed over. */
  zetTerug(waarden, versie) {
    if (versie !== this.versie) {
      // what stood there then isn't known any more: whatever differs is asked
      this.#bewaard = {};
      this.#deel.dataset.versie = versie;
    }
    this.#toon({ ...this.lees(), ...waarden });
    this.bewaar();
  }

  bewaar() {
    clearTimeout(this.#wekker);
    if (this.#inConflict || !this.anders) return;
    const waarom = this.#vorm.bezwaar(this.lees());
    if (waarom) {
      this.#meld(waarom);
      return;
    }
    this.#meld("…");
    let gestuurd;
    this.#wachtrij.zet(this.#deel, {
      verstuur: () => {
        gestuurd = this.lees();
        return vraag("PUT", this.plaats, { ...gestuurd, versie: this.versie });
      },
      verwerk: (antwoord) => this.#verwerk(gestuurd, antwoord),
    });
  }

  #verwerk(gestuurd, antwoord) {
    // our own change of which the answer got lost comes back as a conflict with ourselves
    if (antwoord.ok || (antwoord.code === "conflict" && zelfde(gestuurd, antwoord))) {
      this.#zetBewaard(antwoord.ok ? { ...gestuurd, versie: antwoord.versie } : antwoord);
      this.#meld(this.#vorm.bewaardTekst);
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
    const velden = Object.keys(mijn);
    const anders = velden.filter((veld) => mijn[veld] !== oud[veld] && mijn[veld] !== antwoord[veld]);
    let dubbel = anders.filter((veld) => antwoord[veld] !== oud[veld]);
    if (anders.length && !this.#vorm.deelbaar(this.#deel)) dubbel = velden.filter((veld) => mijn[veld] !== antwoord[veld]);
    this.#zetBewaard(antwoord);
    const houdt = new Set([...anders, ...dubbel]);
    this.#toon(Object.fromEntries(velden.map((veld) => [veld, houdt.has(veld) ? mijn[veld] : antwoord[veld]])));
    if (dubbel.length) this.#vraag(antwoord, oud, dubbel);
    else if (this.anders) this.bewaar();
    else this.#meld("✓");
  }

  #vraag(antwoord, oud, dubbel) {
    this.#meld("", "conflict");
    const hun = Object.fromEntries(dubbel.map((veld) => [veld, antwoord[veld]]));
    const melding = document.getElementById("itemconflict").content.firstElementChild.cloneNode(true);
    const vind = (kiezer) => melding.querySelector(kiezer);
    vind("[data-wie]").textContent = `${antwoord.door} veranderde dit om ${antwoord.op}. Wat jij invulde, is nog niet bewaard.`;
    vind("[data-hun]").append(...[this.#vorm.inWoorden(this.#deel, hun)].flat());
    vind('[data-keuze="hun"]').textContent = `Die van ${antwoord.door} houden`;
    const samen = this.#vorm.deelbaar(this.#deel) ? this.#samengevoegd(hun, oud) : {};
    vind('[data-keuze="beide"]').hidden = !Object.keys(samen).length;
    melding.addEventListener("click", ({ target }) => {
      const keuze = target.closest("[data-keuze]")?.dataset.keuze;
      if (!keuze) return;
      melding.remove();
      this.#meld("✓");
      if (keuze !== "mijn") this.#toon({ ...this.lees(), ...(keuze === "hun" ? hun : samen) });
      this.bewaar();
      this.#veranderd();
      this.#deel.querySelector("textarea:not([hidden]), input, button")?.focus();
    });
    this.#deel.append(melding);
    this.dispatchEvent(new Event("conflict"));
  }

  /** Of texts that both changed: one text in which nothing of either is lost. */
  #samengevoegd(hun, oud) {
    const mijn = this.lees();
    const teksten = new Set(invoervelden(this.#deel).filter((veld) => veld.matches("textarea")).map((veld) => veld.value.trim()));
    return Object.fromEntries(Object.keys(hun).filter((veld) => mijn[veld] && hun[veld] && teksten.has(mijn[veld]))
      .map((veld) => [veld, voegSamen(oud[veld] ?? "", hun[veld], mijn[veld])]));
  }

  #zetBewaard(antwoord) {
    this.#bewaard = Object.fromEntries(Object.keys(this.lees()).map((veld) => [veld, antwoord[veld]]));
    this.#deel.dataset.versie = antwoord.versie;
  }

  #toon(waarden) {
    this.#vorm.zet(this.#deel, waarden);
    invoervelden(this.#deel).forEach(groei);
    this.#veranderd();
  }

  /** How it stands with the server; an error in words, beside it. */
  #meld(tekst, toestand = "") {
    const plek = this.#deel.querySelector("[data-stand]");
    plek.textContent = tekst;
    plek.classList.toggle("veld-fout", toestand === "fout");
    if (toestand) this.#deel.dataset.toestand = toestand;
    else delete this.#deel.dataset.toestand;
  }

  #veranderd() { this.dispatchEvent(new Event("veranderd")); }
}
