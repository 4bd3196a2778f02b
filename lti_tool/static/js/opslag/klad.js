/**
 * When the visit is over, unsaved text goes to the server's klad: it can't be saved without knowing who types,
 * but it can wait there, signed, for the next visit. At that visit it is put back as unsaved text.
 */
import { vraag } from "../api.js";
import { toonBericht } from "../berichten.js";

const BEWAARD = "Je bezoek is verlopen. Je tekst is bewaard. Open Groepswijzer opnieuw vanuit de leeromgeving.";
const NIETS_OPEN = "Je bezoek is verlopen. Alles was al opgeslagen. Open Groepswijzer opnieuw vanuit de leeromgeving.";
const NOG_NIET = "Je bezoek is verlopen. Je tekst kon nog niet worden bewaard; dat wordt steeds opnieuw geprobeerd. Laat deze pagina open.";
const PAUZES_S = [2, 4, 8, 15];
const TYP_MS = 1000;

export class Klad {
  #bronnen; #naschrift; #bewaard = ""; #bezig = false; #poging = 0; #begonnen = false;

  /**
   * @param bronnen {object[]} kinds of unsaved text on this page: {url, token, soort: "cellen"|"velden"} where it goes, under
   *   which proof, as what; lees() => what stands unsaved now, as a list; daarna(list) after it waits there, when given
   * @param naschrift {() => string} what can't wait and must be done again, as a sentence or ""
   */
  constructor(bronnen, naschrift = () => "") {
    this.#bronnen = bronnen;
    this.#naschrift = naschrift;
    let wekker;
    document.addEventListener("input", () => {
      clearTimeout(wekker);
      if (this.#begonnen) wekker = setTimeout(() => this.#deponeer(), TYP_MS);
    });
  }

  /** Another kind of unsaved text. */
  voegToe(bron) { this.#bronnen.push(bron); }

  /** Does the klad hold exactly what stands unsaved on the page? */
  get volledig() { return this.#bewaard === JSON.stringify(this.#alles()); }

  #alles() { return this.#bronnen.map((bron) => bron.lees()); }

  /** The visit is over: from now on what is typed goes there. */
  begin() {
    this.#begonnen = true;
    return this.#deponeer();
  }

  async #deponeer() {
    if (this.#bezig) return;
    const alles = this.#alles();
    const inhoud = JSON.stringify(alles);
    if (!alles.some((delen) => delen.length)) {
      this.#bewaard = inhoud;
      return this.#meld("info", NIETS_OPEN);
    }
    this.#bezig = true;
    const gelukt = await Promise.all(this.#bronnen.map((bron, i) => stuur(bron, alles[i])));
    this.#bezig = false;
    if (!gelukt.every(Boolean)) return this.#later();
    this.#poging = 0;
    this.#bewaard = inhoud;
    if (!this.volledig) return this.#deponeer();
    return this.#meld("info", BEWAARD);
  }

  #later() {
    this.#meld("let-op", NOG_NIET);
    const pauze = PAUZES_S[Math.min(this.#poging, PAUZES_S.length - 1)];
    this.#poging += 1;
    setTimeout(() => this.#deponeer(), pauze * 1000);
  }

  #meld(soort, tekst) { toonBericht("sessie", { soort, tekst: `${tekst} ${this.#naschrift()}`.trim() }); }
}

async function stuur({ url, token, soort, daarna }, delen) {
  if (!delen.length) return true;
  const { ok } = await vraag("POST", url, { token, [soort]: delen });
  if (ok) daarna?.(delen);
  return ok;
}
