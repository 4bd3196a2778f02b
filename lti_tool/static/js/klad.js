/**
 * When the visit is over, unsaved text goes to the server's klad: it can't be saved without knowing who types,
 * but it can wait there, signed, for the next visit. At that visit it is put back as unsaved text.
 */
import { vraag } from "./api.js";
import { toonBericht } from "./berichten.js";

const BEWAARD = "Je bezoek is verlopen. Je tekst is bewaard. Open Groepswijzer opnieuw vanuit de leeromgeving.";
const NIETS_OPEN = "Je bezoek is verlopen. Alles was al opgeslagen. Open Groepswijzer opnieuw vanuit de leeromgeving.";
const NOG_NIET = "Je bezoek is verlopen. Je tekst kon nog niet worden bewaard; dat wordt steeds opnieuw geprobeerd. Laat deze pagina open.";
const PAUZES_S = [2, 4, 8, 15];
const TYP_MS = 1000;

export class Klad {
  #plek; #lees; #daarna; #naschrift; #bewaard = ""; #bezig = false; #poging = 0; #begonnen = false;

  /**
   * @param plek {{url, token, soort: "cellen"|"velden"}} where it goes, under which proof, as what
   * @param lees {() => object[]} what stands unsaved on the page now
   * @param daarna {(object[]) => void} after it waits there
   * @param naschrift {() => string} what can't wait and must be done again, as a sentence or ""
   */
  constructor(plek, { lees, daarna = () => {}, naschrift = () => "" }) {
    this.#plek = plek;
    this.#lees = lees;
    this.#daarna = daarna;
    this.#naschrift = naschrift;
    let wekker;
    document.addEventListener("input", () => {
      clearTimeout(wekker);
      if (this.#begonnen) wekker = setTimeout(() => this.#deponeer(), TYP_MS);
    });
  }

  /** Does the klad hold exactly what stands unsaved on the page? */
  get volledig() { return this.#bewaard === JSON.stringify(this.#lees()); }

  /** The visit is over: from now on what is typed goes there. */
  begin() {
    this.#begonnen = true;
    return this.#deponeer();
  }

  async #deponeer() {
    if (this.#bezig) return;
    const delen = this.#lees();
    const inhoud = JSON.stringify(delen);
    if (!delen.length) {
      this.#bewaard = inhoud;
      return this.#meld("info", NIETS_OPEN);
    }
    this.#bezig = true;
    const { url, token, soort } = this.#plek;
    const antwoord = await vraag("POST", url, { token, [soort]: delen });
    this.#bezig = false;
    if (!antwoord.ok) return this.#later();
    this.#poging = 0;
    this.#bewaard = inhoud;
    this.#daarna(delen);
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
