/**
 * The outbox: what was typed goes to the server one by one, in order, and stays here until the server has it.
 * A task is {verstuur(): Promise<answer>, verwerk(answer)}; a newer task under the same key takes the older one's place.
 * Events: "stand" (something changed), "sessie" (the visit is over: nothing can be sent any more).
 */
const LANGSTE_PAUZE_S = 30;

export class Wachtrij extends EventTarget {
  #taken = new Map();
  #loopt = false;
  #mislukt = 0;
  #wekker = null;
  #onderweg = null;
  gestopt = false;

  constructor() {
    super();
    addEventListener("online", () => this.probeer());
  }

  get aantal() { return this.#taken.size; }
  /** May the page go? What waits behind something else would be lost; what is on its way arrives (api.js). */
  get kanWeg() { return !this.aantal || (this.aantal === 1 && this.#onderweg !== null && !this.uitval); }
  get uitval() { return this.#mislukt > 0; }
  heeft(sleutel) { return this.#taken.has(sleutel); }

  zet(sleutel, taak) {
    // what is on its way can't be replaced any more: the newer one waits its turn behind what came between
    if (this.#onderweg === sleutel) this.#taken.delete(sleutel);
    this.#taken.set(sleutel, taak);
    this.#meld("stand");
    if (!this.uitval) this.#werk();
  }

  /** Try now instead of after the pause. */
  probeer() {
    clearTimeout(this.#wekker);
    return this.#werk();
  }

  /** Resolves when nothing waits any more, or when the server can't take it now. */
  async leeg(geduldMs) {
    const eind = Date.now() + geduldMs;
    while (this.aantal && !this.uitval && !this.gestopt && Date.now() < eind) {
      await new Promise((klaar) => setTimeout(klaar, 30));
    }
    return this.aantal === 0;
  }

  async #werk() {
    if (this.#loopt || this.gestopt) return;
    this.#loopt = true;
    while (this.#taken.size && !this.gestopt) {
      const [sleutel, taak] = this.#taken.entries().next().value;
      this.#onderweg = sleutel;
      const antwoord = await taak.verstuur();
      this.#onderweg = null;
      if (antwoord.weg) {
        this.#pauzeer();
        break;
      }
      this.#mislukt = 0;
      if (antwoord.code === "sessie") {
        this.gestopt = true;
        this.#meld("sessie");
        break;
      }
      if (this.#taken.get(sleutel) === taak) this.#taken.delete(sleutel);
      taak.verwerk(antwoord);
      this.#meld("stand");
    }
    this.#loopt = false;
  }

  #pauzeer() {
    const seconden = Math.min(LANGSTE_PAUZE_S, 2 ** this.#mislukt);
    this.#mislukt += 1;
    clearTimeout(this.#wekker);
    this.#wekker = setTimeout(() => this.#werk(), seconden * 1000);
    this.#meld("stand");
  }

  #meld(naam) { this.dispatchEvent(new Event(naam)); }
}
