/** A need as it stands on the page: looked at while typing, saved by itself, merged when two people work on it. */
import { vraag } from "../api.js";
import { zetToestand } from "../cellen/cel.js";
import { voegSamen } from "../opslag/samenvoegen.js";
import { kiesVersie } from "../opslag/tweeversies.js";

const KIJK_MS = 350;
const BEWAAR_MS = 1200;

export class Behoefte {
  #veld; #werkblad; #doelen; #gekozen; #adressen; #deel; #versie; #bewaard; #wekkers = {}; #kijkNummer = 0;
  #conflict = false; #geweigerd = ""; #zin; #bewaardeZin; #voorbeeld = null;

  constructor({ veld, werkblad, doelen, gekozen, gegevens }) {
    this.#veld = veld;
    this.#werkblad = werkblad;
    this.#doelen = doelen;
    this.#gekozen = gekozen;
    this.#adressen = gegevens.adressen;
    this.#deel = document.querySelector("[data-behoefte]");
    this.#toon(gegevens.behoefte);
    this.#bewaard = this.#inhoud();
    if (!gegevens.mag) return;
    this.#kijk();
    for (const deel of [doelen, gekozen]) {
      deel.addEventListener("typt", () => this.#typt());
      deel.addEventListener("gekozen", () => this.bewaar());
    }
    werkblad.opslag.addEventListener("opgeslagen", ({ detail }) => {
      if (detail.veld === veld) this.#toonMetHand(!detail.antwoord.waarde.split("\n").some((regel) => regel.startsWith(this.#bewaardeZin)));
    });
    // who goes on in the statement itself goes on from what was chosen last
    veld.addEventListener("focus", () => this.bewaar());
    this.#deel.querySelector("[data-opnieuw]")?.addEventListener("click", () => this.bewaar(true));
    addEventListener("beforeunload", (gebeurtenis) => {
      if (this.anders && !werkblad.wachtrij.gestopt) gebeurtenis.preventDefault();
    });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") this.bewaar();
    });
  }

  get versie() { return this.#versie; }
  get anders() { return this.#inhoud() !== this.#bewaard; }

  /** Save what is left and wait until it is there, or can't be now. */
  async afronden() {
    this.bewaar();
    await this.#werkblad.wachtrij.leeg(3000);
  }

  bewaar(opnieuw = false) {
    clearTimeout(this.#wekkers.bewaar);
    if (this.#conflict || (!opnieuw && (!this.anders || this.#inhoud() === this.#geweigerd))) return;
    let gestuurd;
    this.#werkblad.wachtrij.zet("behoefte", {
      verstuur: () => {
        gestuurd = { tekst: this.#inhoud(), rijen: this.#doelen.rijen() };
        return vraag("PUT", this.#adressen.behoefte, { ...JSON.parse(gestuurd.tekst), versie: this.#versie, opnieuw });
      },
      verwerk: (antwoord) => this.#verwerk(gestuurd, antwoord),
    });
  }

  /** What isn't saved, as it can wait in the klad (paginaklad.js). */
  onbewaard(plaats) { return this.anders ? [{ plaats, waarde: this.#inhoud(), versie: this.#versie }] : []; }

  /** Goals and sentences of an earlier visit, over the version that they were typed over. */
  zetTerug({ waarde, versie }) {
    if (waarde === this.#inhoud()) return "gelijk";
    this.#doelen.toon(JSON.parse(waarde).doelen);
    this.#gekozen.toon(JSON.parse(waarde).zinnen);
    this.#versie = versie;
    this.bewaar();
    return "terug";
  }

  /** The server's need and cell after another change of it (review). */
  neemOver(antwoord) {
    this.#versie = antwoord.versie;
    this.#onthoudZin(antwoord);
    this.#meld("");
    this.#zetCel(antwoord.cel, antwoord.op);
    this.#toonMetHand(antwoord.met_hand);
    this.#deel.querySelector("[data-te-lang]").hidden = !antwoord.te_lang;
  }

  #inhoud() { return JSON.stringify({ doelen: this.#doelen.lees(), zinnen: this.#gekozen.lees() }); }

  #toon(behoefte) {
    this.#versie = behoefte.versie;
    this.#onthoudZin(behoefte);
    this.#doelen.toon(behoefte.doelen);
    this.#gekozen.toon(behoefte.zinnen);
  }

  #typt() {
    clearTimeout(this.#wekkers.kijk);
    clearTimeout(this.#wekkers.bewaar);
    this.#wekkers.kijk = setTimeout(() => this.#kijk(), KIJK_MS);
    this.#wekkers.bewaar = setTimeout(() => this.bewaar(), BEWAAR_MS);
  }

  /** Remarks on the goals, and the statement as it would become. */
  async #kijk() {
    this.#kijkNummer += 1;
    const nummer = this.#kijkNummer;
    const rijen = this.#doelen.rijen();
    if (!rijen.length || this.#werkblad.wachtrij.gestopt) return this.#doelen.toonHulp([], []);
    const antwoord = await vraag("POST", this.#adressen.kijk, JSON.parse(this.#inhoud()));
    if (!antwoord.ok || nummer !== this.#kijkNummer) return undefined;
    this.#doelen.toonHulp(rijen, antwoord.kijk);
    this.#zin = antwoord.zin;
    if (this.anders && document.activeElement !== this.#veld && !this.eigenWoorden) {
      this.#voorbeeld = antwoord.cel;
      this.#veld.value = antwoord.cel;
    }
    return undefined;
  }

  /** Is there something in the statement that somebody typed there, and the server hasn't? */
  get eigenWoorden() {
    const nu = this.#veld.value.trim();
    return nu !== this.#veld.defaultValue.trim() && nu !== this.#voorbeeld?.trim();
  }

  #verwerk(gestuurd, antwoord) {
    if (antwoord.ok) {
      this.#bewaard = gestuurd.tekst;
      this.#geweigerd = "";
      delete this.#deel.dataset.toestand;
      this.#doelen.nummer(gestuurd.rijen, antwoord.doelen);
      this.#doelen.toonHulp(gestuurd.rijen, antwoord.kijk);
      // numbers of goals are no change of their own
      if (this.#zonderNummers(this.#inhoud()) === this.#zonderNummers(gestuurd.tekst)) this.#bewaard = this.#inhoud();
      return this.neemOver(antwoord);
    }
    if (antwoord.code === "conflict" && antwoord.doelen) return this.#botst(antwoord);
    this.#geweigerd = gestuurd.tekst;
    this.#deel.dataset.toestand = "fout";
    return this.#meld(antwoord.fout ?? `Deze behoefte is niet bewaard (fout ${antwoord.status}). Je tekst staat hier nog.`);
  }

  #zonderNummers(tekst) { return tekst.replace(/"id":(\d+|null)/g, ""); }

  async #botst(antwoord) {
    this.#conflict = true;
    this.#deel.dataset.toestand = "conflict";
    const mijn = JSON.parse(this.#inhoud());
    const keuze = await kiesVersie(document.getElementById("behoefteconflict"), { antwoord, wat: "deze behoefte", hun: antwoord.zin, mijn: this.#zin });
    this.#conflict = false;
    delete this.#deel.dataset.toestand;
    if (keuze !== "mijn") this.#toon(antwoord);
    this.#versie = antwoord.versie;
    this.#bewaard = keuze === "hun" ? this.#inhoud() : "";
    if (keuze === "beide") {
      this.#doelen.voegToe(mijn.doelen);
      this.#gekozen.voegToe(mijn.zinnen);
    }
    this.#kijk();
    if (keuze === "hun") location.reload();
    else this.bewaar();
  }

  #zetCel({ waarde, versie }, op) {
    const veld = this.#veld;
    telMee(Boolean(veld.defaultValue.trim()), Boolean(waarde.trim()));
    // words typed over a preview go on from that preview
    veld.value = this.eigenWoorden ? voegSamen(this.#voorbeeld ?? veld.defaultValue, waarde, veld.value) : waarde;
    this.#voorbeeld = null;
    veld.dataset.versie = versie;
    veld.defaultValue = waarde;
    zetToestand(veld, "opgeslagen");
    this.#werkblad.opslag.dispatchEvent(new CustomEvent("opgeslagen", { detail: { veld, antwoord: { waarde, versie, op } } }));
    veld.style.height = "auto";
    veld.style.height = `${veld.scrollHeight + 2}px`;
  }

  /** The statement as composed, and as it should stand in the cell; an ended need has none there. */
  #onthoudZin({ zin, herziening }) {
    this.#zin = zin;
    this.#bewaardeZin = herziening === "beeindigd" ? "" : zin;
  }

  #toonMetHand(aan) {
    this.#deel.querySelector("[data-met-hand]").hidden = !aan || !this.#bewaardeZin || !this.#veld.value.trim();
  }

  #meld(tekst) {
    const plek = this.#deel.querySelector("[data-behoefte-fout]");
    plek.textContent = tekst;
    plek.hidden = !tekst;
  }
}

/** "4 van 7 benoemd" counts along. */
function telMee(was, is) {
  const voortgang = document.querySelector("[data-voortgang]");
  if (was === is || !voortgang.dataset.gesignaleerd) return;
  const aantal = Number(voortgang.dataset.voortgang) + (is ? 1 : -1);
  voortgang.dataset.voortgang = aantal;
  voortgang.querySelector("[data-benoemd]").textContent = aantal;
  voortgang.querySelector("progress").value = aantal;
}
