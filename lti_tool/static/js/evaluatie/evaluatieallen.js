/** One result for every pupil of a goal who has none, then the exceptions; with undo, and over the others only when asked. */
import { vraag } from "../api.js";

const leerlingen = (aantal) => (aantal === 1 ? "1 leerling" : `${aantal} leerlingen`);

export class Allen {
  #doel; #wachtrij; #basis; #items; #stand; #opgeslagen;

  /** @param items {Map<string, Item>} @param opgeslagen {(antwoord) => void} called when the server has it */
  constructor(doel, wachtrij, basis, items, opgeslagen) {
    this.#doel = doel;
    this.#wachtrij = wachtrij;
    this.#basis = `${basis}/doel/${doel.dataset.doel}`;
    this.#items = items;
    this.#stand = doel.querySelector("[data-allen-stand]");
    this.#opgeslagen = opgeslagen;
    doel.querySelector("[data-allen]").addEventListener("click", ({ target }) => {
      const knop = target.closest("[data-uitkomst]");
      if (knop) this.#zet(knop, false);
    });
  }

  #zet(knop, ookGezette) {
    this.#meld("…");
    this.#wachtrij.zet(`allen/${this.#doel.dataset.doel}`, {
      verstuur: () => vraag("POST", `${this.#basis}/allen`, { resultaat: knop.dataset.uitkomst, ook_gezette: ookGezette }),
      verwerk: (antwoord) => {
        if (!antwoord.ok) return this.#meld(antwoord.fout ?? "Dat is niet bewaard. Probeer het nog eens.");
        const { gezet, gebleven } = antwoord;
        this.#toon(antwoord, gezet);
        const woord = knop.textContent.trim();
        const delen = [gezet.length ? `${leerlingen(gezet.length)} op “${woord}” gezet.` : ""];
        if (gebleven) delen.push(`${leerlingen(gebleven)} met een andere uitkomst ${gebleven === 1 ? "bleef" : "bleven"} zo.`);
        if (!gezet.length && !gebleven) delen.push(`Iedereen staat al op “${woord}”.`);
        this.#meld(delen.filter(Boolean).join(" "), [
          gezet.length && ["Ongedaan maken", () => this.#terug(gezet)],
          gebleven && [gebleven === 1 ? "Die ook zetten" : "Die ook allemaal zetten", () => this.#zet(knop, true)],
        ]);
        return undefined;
      },
    });
  }

  #terug(gezet) {
    this.#meld("…");
    this.#wachtrij.zet(`allen/${this.#doel.dataset.doel}`, {
      verstuur: () => vraag("POST", `${this.#basis}/terug`, { gezet }),
      verwerk: (antwoord) => {
        if (antwoord.ok) this.#toon(antwoord, gezet);
        this.#meld(antwoord.ok ? "Teruggezet zoals het was." : antwoord.fout ?? "Dat is niet teruggezet. Probeer het nog eens.");
        if (antwoord.ok) this.#doel.querySelector("[data-allen] button").focus();
      },
    });
  }

  #toon(antwoord, gezet) {
    const eigen = new Set(gezet.map((rij) => rij.regel_id));
    for (const uitslag of antwoord.uitslagen) {
      this.#items.get(`doel/${this.#doel.dataset.doel}/${uitslag.regel_id}`)?.neemOver(uitslag, eigen.has(uitslag.regel_id));
    }
    this.#opgeslagen(antwoord);
  }

  #meld(tekst, knoppen = []) {
    this.#stand.replaceChildren(tekst, ...knoppen.filter(Boolean).map(([naam, actie]) => {
      const knop = document.createElement("button");
      knop.type = "button";
      knop.className = "btn btn-stil btn-klein";
      knop.textContent = naam;
      knop.addEventListener("click", actie);
      return knop;
    }));
  }
}
