/**
 * Proposed signals: what the data show of a pupil. On the name or on S: `+` accepts, `-` turns down, `z` takes the last
 * decision back, `v` goes to the next proposal; `k` says that the pupil was looked at and needs no signal. The stand is
 * {regels: {id: {voorstellen, bekeken, doorlopen, weging}}, kolommen}.
 */
import { vraag } from "../api.js";
import { toonBericht } from "../berichten.js";
import { leerlingVan, regelVan } from "./cel.js";
import { toonWegingen } from "./weging.js";

const TOETSEN = { "+": "neemOver", "=": "neemOver", "-": "wijsAf", z: "draaiTerug", v: "volgende", k: "bekijk" };
const OP_KOP = "[data-signaal], tbody th a";
// after the last save: the page asks once for all that was typed in a row
const VERVERS_MS = 900;

export class Voorstellen {
  #paneel = document.querySelector("[data-voorstelpaneel]");
  #melding = document.querySelector("[data-voorstelmelding]");
  #knop = document.querySelector("[data-volgend-voorstel]");
  #gebied; #wachtrij; #signalen; #urls; #redenen; #stand; #ga; #regel = null; #laatste = null; #wekker = null;

  constructor(gebied, { wachtrij, signalen, gegevens }, ga) {
    this.#gebied = gebied;
    this.#wachtrij = wachtrij;
    this.#signalen = signalen;
    this.#urls = gegevens.urls;
    this.#redenen = new Map(gegevens.redenen.map((reden) => [reden.sleutel, reden]));
    this.#stand = gegevens.signaalstand;
    this.#ga = ga;
    // a pupil's page is about one row, also when nothing of it has the focus
    this.#regel = gebied.dataset.regel ?? null;
    this.#luister();
    this.#toon();
  }

  /** Ask again how every row stands; called when scores changed, here or elsewhere. */
  ververs() {
    clearTimeout(this.#wekker);
    this.#wekker = setTimeout(async () => {
      if (this.#wachtrij.aantal || this.#wachtrij.gestopt) return;
      const stand = await vraag("GET", this.#urls.voorstellen + location.search);
      if (!stand.ok || this.#wachtrij.aantal) return;
      this.#stand = stand;
      this.#toon();
    }, VERVERS_MS);
  }

  #luister() {
    this.#gebied.addEventListener("keydown", (gebeurtenis) => {
      const { target, key, ctrlKey, metaKey, altKey } = gebeurtenis;
      const daad = TOETSEN[key.toLowerCase()];
      if (!daad || ctrlKey || metaKey || altKey || !target.matches(OP_KOP)) return;
      gebeurtenis.preventDefault();
      this.#doe(daad, regelVan(target));
    });
    this.#gebied.addEventListener("focusin", ({ target }) => {
      if (this.#gebied.dataset.regel) return;
      this.#regel = target.matches(OP_KOP) ? regelVan(target) : null;
      this.#toonPaneel();
    });
    this.#gebied.addEventListener("bekijk", ({ target }) => this.#doe("bekijk", regelVan(target)));
    this.#paneel.addEventListener("click", ({ target }) => {
      const daad = target.closest("[data-besluit]")?.dataset.besluit;
      if (!daad) return;
      const regel = this.#regel;
      document.getElementById(`s${regel}`).focus();
      this.#doe(daad, regel);
    });
    this.#knop?.addEventListener("click", () => this.#doe("volgende", this.#regel));
    this.#wachtrij.addEventListener("stand", () => {
      if (!this.#wachtrij.aantal) this.ververs();
    });
    document.addEventListener("nieuws", () => this.ververs());
  }

  #doe(daad, regel) {
    if (daad === "volgende") return this.#volgende(regel);
    if (daad === "draaiTerug") return this.#draaiTerug();
    if (daad === "bekijk") return this.#bekijk(regel);
    const [voorstel] = this.#van(regel);
    if (!voorstel) return undefined;
    // why, only the owner can tell: the reasons open
    if (daad === "neemOver" && !voorstel.reden) return document.getElementById(`s${regel}`).click();
    return this.#besluit(regel, voorstel, daad === "neemOver" ? "PUT" : "DELETE");
  }

  #van(regel) { return this.#stand.regels[regel]?.voorstellen ?? []; }

  #volgende(regel) {
    const rijen = [...this.#gebied.querySelectorAll("tr[data-voorstel]")];
    const hier = rijen.findIndex((rij) => rij.dataset.regel === regel);
    const volgorde = [...rijen.slice(hier + 1), ...rijen.slice(0, hier + 1)];
    const rij = volgorde.find((kandidaat) => !kandidaat.hidden && this.#van(kandidaat.dataset.regel).length);
    if (rij) this.#ga(rij.querySelector("[data-signaal]"));
  }

  /** Looked at, no signal: then on to the next pupil. Once more takes it back, and stays. */
  #bekijk(regel) {
    const rijen = [...this.#gebied.querySelectorAll("tr[data-voorstel]")].filter((rij) => !rij.hidden);
    const volgende = rijen[rijen.findIndex((rij) => rij.dataset.regel === regel) + 1]?.querySelector("[data-signaal]");
    // who has a signal was looked at already
    if (document.getElementById(`s${regel}`).dataset.signaal) return volgende && this.#ga(volgende);
    const aan = !this.#stand.regels[regel]?.doorlopen;
    this.#zet(regel, { doorlopen: aan, bekeken: aan });
    this.#meld(`${leerlingVan(regel)}: ${aan ? "bekeken, geen signaal" : "nog niet bekeken"}.`);
    this.#wachtrij.zet(`bekeken:${regel}`, {
      verstuur: () => vraag(aan ? "PUT" : "DELETE", this.#urls.bekeken.replace("{regel}", regel)),
      verwerk: (antwoord) => {
        if (antwoord.ok) return this.#zet(regel, { bekeken: antwoord.bekeken, doorlopen: antwoord.doorlopen });
        this.#zet(regel, { doorlopen: !aan, bekeken: !aan });
        return toonBericht("voorstel", { soort: "let-op", tekst: `${leerlingVan(regel)}: ${antwoord.fout ?? `niet bewaard (fout ${antwoord.status}).`}` });
      },
    });
    return aan && volgende && this.#ga(volgende);
  }

  #besluit(regel, voorstel, methode) {
    this.#zet(regel, { voorstellen: this.#van(regel).filter((ander) => ander !== voorstel), bekeken: true });
    this.#laatste = { regel, voorstel, methode };
    this.#meld(methode === "PUT" ? `Gesignaleerd: ${this.#naam(voorstel)}.` : "Voorstel afgewezen. Met z draai je dat terug.");
    this.#stuur(regel, voorstel, methode, "");
  }

  #draaiTerug() {
    if (!this.#laatste) return;
    const { regel, voorstel } = this.#laatste;
    this.#laatste = null;
    this.#zet(regel, { voorstellen: [voorstel, ...this.#van(regel)] });
    this.#meld("Het voorstel staat er weer.");
    this.#stuur(regel, voorstel, "POST", "/terug");
    this.#ga(document.getElementById(`s${regel}`));
  }

  #stuur(regel, voorstel, methode, staart) {
    const url = this.#urls.voorstel.replace("{regel}", regel).replace("{kenmerk}", voorstel.kenmerk) + staart;
    this.#wachtrij.zet(`voorstel:${regel}:${voorstel.kenmerk}:${methode}`, {
      verstuur: () => vraag(methode, url),
      verwerk: (antwoord) => {
        if (antwoord.ok) {
          this.#zet(regel, { voorstellen: antwoord.voorstellen, bekeken: antwoord.bekeken });
          return this.#signalen.neemOver(regel, antwoord.signalen);
        }
        const waarom = antwoord.fout ?? `Het besluit bij ${leerlingVan(regel)} is niet bewaard (fout ${antwoord.status}).`;
        return toonBericht("voorstel", { soort: "let-op", tekst: `${leerlingVan(regel)}: ${waarom}` });
      },
    });
  }

  #zet(regel, nieuw) {
    this.#stand.regels[regel] = { ...this.#stand.regels[regel], ...nieuw };
    this.#toon();
  }

  #naam(voorstel) { return this.#redenen.get(voorstel.reden)?.naam ?? "kies een reden"; }
  #meld(zin) { this.#melding.textContent = zin; }

  #toon() {
    let aantal = 0;
    for (const rij of this.#gebied.querySelectorAll("tr[data-regel]")) {
      const { voorstellen, bekeken, doorlopen } = this.#stand.regels[rij.dataset.regel] ?? { voorstellen: [], bekeken: true };
      rij.dataset.voorstel = voorstellen.length;
      rij.dataset.bekeken = bekeken ? "ja" : "nee";
      rij.dataset.doorlopen = doorlopen ? "ja" : "nee";
      const teken = rij.querySelector("[data-voorstelteken]");
      teken.hidden = !voorstellen.length;
      teken.lastElementChild.textContent = `, voorstel: ${voorstellen.map(({ uitleg }) => uitleg).join("; ")}`;
      aantal += voorstellen.length;
    }
    if (this.#knop) {
      this.#knop.hidden = !aantal;
      this.#knop.querySelector("span").textContent = aantal === 1 ? "1 voorstel" : `${aantal} voorstellen`;
    }
    toonWegingen(this.#gebied, this.#stand);
    this.#toonPaneel();
  }

  #toonPaneel() {
    const [voorstel, ...rest] = this.#van(this.#regel);
    const af = this.#laatste?.regel === this.#regel && !voorstel;
    this.#paneel.hidden = !voorstel && !af;
    if (this.#paneel.hidden) return;
    const knop = (daad) => this.#paneel.querySelector(`[data-besluit="${daad}"]`);
    const meer = rest.length ? ` (nog ${rest.length})` : "";
    this.#paneel.querySelector("[data-uitleg]").textContent = af ? this.#gedaan() : voorstel.uitleg + meer;
    if (voorstel) knop("neemOver").lastElementChild.textContent = voorstel.reden ? `Signaleren: ${this.#naam(voorstel)}` : "Signaleren: kies een reden";
    for (const daad of ["neemOver", "wijsAf"]) knop(daad).hidden = af;
    knop("draaiTerug").hidden = !af;
  }

  #gedaan() { return this.#laatste.methode === "PUT" ? "Gesignaleerd." : "Niet gesignaleerd."; }
}
