/** Column S: `s` opens the reasons, the letter of a reason sets or takes it away. Mouse and touch do the same. */
import { vraag } from "../api.js";
import { toonBericht } from "../berichten.js";
import { leerlingVan, regelVan } from "./cel.js";

export class Signalen {
  #menu = document.getElementById("signaalmenu");
  #wachtrij; #url; #redenen; #mag; #knop = null; #gewenst = new Map();

  constructor(gebied, wachtrij, { url, redenen, mag }) {
    this.#wachtrij = wachtrij;
    this.#url = url;
    this.#redenen = new Map(redenen.map((reden) => [reden.sleutel, reden]));
    this.#mag = mag;
    gebied.addEventListener("click", ({ target }) => {
      const knop = target.closest("[data-signaal]");
      if (knop) this.#open(knop);
    });
    gebied.addEventListener("keydown", (gebeurtenis) => {
      const { target, key, ctrlKey, metaKey, altKey } = gebeurtenis;
      if (key.toLowerCase() !== "s" || ctrlKey || metaKey || altKey || !target.matches("[data-signaal], tbody th a")) return;
      gebeurtenis.preventDefault();
      this.#open(target.closest("[data-regel]").querySelector("[data-signaal]"));
    });
    this.#menu.addEventListener("keydown", (gebeurtenis) => this.#toets(gebeurtenis));
    this.#menu.addEventListener("click", ({ target }) => {
      const reden = target.closest("[data-reden]")?.dataset.reden;
      if (reden) this.#wissel(reden);
      if (!target.closest("[data-bekijk]")) return;
      this.#knop.dispatchEvent(new Event("bekijk", { bubbles: true }));
      this.#sluit(true);
    });
    document.addEventListener("pointerdown", ({ target }) => {
      if (!this.#menu.hidden && !target.closest("#signaalmenu, [data-signaal]")) this.#sluit(false);
    });
    addEventListener("resize", () => this.#sluit(false));
  }

  /** What was toggled but can't be sent any more, as a sentence, or "". */
  nietBewaard() {
    const namen = [...this.#gewenst.keys()].map((sleutel) => {
      const [regel, reden] = sleutel.split(":");
      return `${leerlingVan(regel)} (${this.#redenen.get(reden).naam})`;
    });
    return namen.length ? `Deze signalen zijn niet bewaard, zet ze straks opnieuw: ${namen.join(", ")}.` : "";
  }

  #open(knop) {
    if (!this.#menu.hidden && this.#knop === knop) return this.#sluit(true);
    this.#knop = knop;
    this.#menu.hidden = false;
    this.#menu.setAttribute("aria-label", `Redenen bij ${leerlingVan(regelVan(knop))}`);
    this.#vink();
    const plek = knop.getBoundingClientRect();
    const { width, height } = this.#menu.getBoundingClientRect();
    const onder = plek.bottom + height < innerHeight ? plek.bottom : Math.max(4, innerHeight - height - 4);
    this.#menu.style.top = `${onder}px`;
    const rechts = onder === plek.bottom ? plek.left : plek.right + 2;
    this.#menu.style.left = `${Math.max(4, Math.min(rechts, innerWidth - width - 4))}px`;
    knop.setAttribute("aria-expanded", "true");
    return this.#menu.querySelector("[data-reden]").focus();
  }

  #sluit(terug) {
    if (this.#menu.hidden) return;
    this.#menu.hidden = true;
    this.#knop.setAttribute("aria-expanded", "false");
    if (terug) this.#knop.focus();
  }

  #toets(gebeurtenis) {
    const { key } = gebeurtenis;
    const keuzes = [...this.#menu.querySelectorAll("[data-reden], [data-bekijk]:not([hidden])")];
    const hier = keuzes.indexOf(document.activeElement);
    const keuze = keuzes.find((element) => element.dataset.letter === key.toLowerCase());
    if (key === "Escape" || key === "Tab") this.#sluit(true);
    else if (key === "ArrowDown") keuzes[(hier + 1) % keuzes.length].focus();
    else if (key === "ArrowUp") keuzes.at(hier - 1).focus();
    else if (key === "Home" || key === "End") keuzes.at(key === "Home" ? 0 : -1).focus();
    else if (keuze && !gebeurtenis.ctrlKey && !gebeurtenis.metaKey) {
      this.#wissel(keuze.dataset.reden);
      this.#sluit(true);
    } else return;
    gebeurtenis.preventDefault();
  }

  #nu(knop) { return knop.dataset.signaal.split(" ").filter(Boolean); }

  #wissel(reden) {
    if (!this.#mag) return;
    const knop = this.#knop;
    const regel = regelVan(knop);
    const sleutel = `${regel}:${reden}`;
    const aan = !this.#nu(knop).includes(reden);
    this.#gewenst.set(sleutel, aan);
    this.#teken(knop, this.#nu(knop));
    const url = this.#url.replace("{regel}", regel).replace("{reden}", reden);
    this.#wachtrij.zet(`signaal:${sleutel}`, {
      verstuur: () => vraag(aan ? "PUT" : "DELETE", url),
      verwerk: (antwoord) => {
        if (this.#gewenst.get(sleutel) === aan) this.#gewenst.delete(sleutel);
        if (antwoord.ok) return this.#teken(knop, antwoord.signalen);
        this.#teken(knop, this.#nu(knop).filter((naam) => naam !== reden).concat(aan ? [] : [reden]));
        const waarom = { recht: "alleen wie dit overzicht bezit kan signaleren", gesloten: "deze cyclus is gesloten" }[antwoord.code];
        return toonBericht("signaal", { soort: "let-op", tekst: `Het signaal bij ${leerlingVan(regel)} is niet bewaard: ${waarom ?? `fout ${antwoord.status}`}.` });
      },
    });
  }

  /** A colleague set or took back a signal. */
  neemOver(regel, signalen) {
    const knop = document.getElementById(`s${regel}`);
    if (knop) this.#teken(knop, signalen);
  }

  /** Show these reasons, with what is still on its way to the server laid over them. */
  #teken(knop, signalen) {
    const regel = regelVan(knop);
    const aan = new Set(signalen);
    for (const [sleutel, gewenst] of this.#gewenst) {
      const [bij, reden] = sleutel.split(":");
      if (bij === regel && gewenst) aan.add(reden);
      else if (bij === regel) aan.delete(reden);
    }
    const redenen = [...aan].map((naam) => this.#redenen.get(naam)).filter(Boolean);
    knop.dataset.signaal = redenen.map((reden) => reden.sleutel).join(" ");
    const [teken, woorden] = knop.children;
    teken.replaceChildren(...(redenen.length ? [vlag(), redenen.map((reden) => reden.letter).join("")] : []));
    const momenten = JSON.parse(knop.dataset.momenten ?? "{}");
    const namen = redenen.map(({ sleutel, naam }) => (momenten[sleutel] ? `${naam} (${momenten[sleutel]})` : naam));
    woorden.textContent = `Signaal ${leerlingVan(regel)}: ${namen.join(", ") || "geen"}`;
    knop.dispatchEvent(new Event("getekend", { bubbles: true }));
    if (knop === this.#knop) this.#vink();
  }

  #vink() {
    const aan = this.#nu(this.#knop);
    for (const keuze of this.#menu.querySelectorAll("[data-reden]")) {
      keuze.setAttribute("aria-checked", String(aan.includes(keuze.dataset.reden)));
    }
    const rij = this.#knop.closest("[data-regel]");
    const bekijk = this.#menu.querySelector("[data-bekijk]");
    if (!bekijk) return;
    bekijk.setAttribute("aria-checked", String(rij.dataset.doorlopen === "ja" && !aan.length));
    bekijk.hidden = aan.length > 0;
  }
}

function vlag() {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "icoon");
  const verwijzing = document.createElementNS("http://www.w3.org/2000/svg", "use");
  verwijzing.setAttribute("href", "#vlag");
  svg.append(verwijzing);
  return svg;
}
