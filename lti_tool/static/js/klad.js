/**
 * When the visit is over, unsaved text goes to the server's klad: it can't be saved without knowing who types,
 * but it can wait there, signed, for the next visit. At that visit it is put back as unsaved text.
 */
import { vraag } from "./api.js";
import { toonBericht } from "./berichten.js";
import { kolomVan, leerlingVan, regelVan, velden, verschilt, zetToestand, zoekVeld } from "./cel.js";

const BEWAARD = "Je bezoek is verlopen. Je tekst is bewaard. Open Groepswijzer opnieuw vanuit de leeromgeving.";
const NIETS_OPEN = "Je bezoek is verlopen. Alles was al opgeslagen. Open Groepswijzer opnieuw vanuit de leeromgeving.";
const NOG_NIET = "Je bezoek is verlopen. Je tekst kon nog niet worden bewaard; dat wordt steeds opnieuw geprobeerd. Laat deze pagina open.";
const PAUZES_S = [2, 4, 8, 15];

export class Klad {
  #url; #token; #bewaard = ""; #bezig = false; #poging = 0; #naschrift;

  /** @param naschrift {() => string} what can't wait in the klad and must be done again, as a sentence or "" */
  constructor(url, token, naschrift) {
    this.#url = url;
    this.#token = token;
    this.#naschrift = naschrift;
  }

  /** Does the klad hold exactly what stands unsaved on the page? */
  get volledig() { return this.#bewaard === JSON.stringify(this.#cellen()); }

  async deponeer() {
    if (this.#bezig) return;
    const cellen = this.#cellen();
    if (!cellen.length) return this.#meld("info", NIETS_OPEN);
    this.#bezig = true;
    const antwoord = await vraag("POST", this.#url, { token: this.#token, cellen });
    this.#bezig = false;
    if (antwoord.status < 200 || antwoord.status > 299) return this.#later();
    this.#poging = 0;
    this.#bewaard = JSON.stringify(cellen);
    for (const cel of cellen) zetToestand(zoekVeld(cel.regel_id, cel.kolom_id), "klad");
    if (!this.volledig) return this.deponeer();
    return this.#meld("info", BEWAARD);
  }

  #later() {
    this.#meld("let-op", NOG_NIET);
    const pauze = PAUZES_S[Math.min(this.#poging, PAUZES_S.length - 1)];
    this.#poging += 1;
    setTimeout(() => this.deponeer(), pauze * 1000);
  }

  #meld(soort, tekst) { toonBericht("sessie", { soort, tekst: `${tekst} ${this.#naschrift()}`.trim() }); }

  #cellen() {
    return [...velden()].filter(verschilt).map((veld) => ({
      regel_id: Number(regelVan(veld)),
      kolom_id: Number(kolomVan(veld)),
      waarde: veld.value,
      versie: Number(veld.dataset.versie),
    }));
  }
}

/**
 * Put text that waited back into its cells and save it against the version it was typed over.
 * @param vulAan {(veld, tekst) => boolean} offers the text as an observation where the cell itself may not be edited
 */
export function zetTerug(wachtend, opslag, vulAan) {
  let terug = 0;
  for (const { regel_id: regel, kolom_id: kolom, waarde, versie } of wachtend) {
    const veld = zoekVeld(regel, kolom);
    if (veld?.value.trim() === waarde.trim()) continue;
    if (veld && !veld.readOnly) {
      veld.value = waarde;
      veld.dataset.versie = versie;
      opslag.bewaar(veld);
      terug += 1;
    } else if (!veld || !vulAan(veld, waarde)) {
      const wie = document.getElementById(`r${regel}`) ? ` bij ${leerlingVan(regel)}` : "";
      toonBericht(`klad-${regel}-${kolom}`, { soort: "let-op", tekst: `Deze tekst${wie} kan hier niet terug. Kopieer wat je wilt houden: “${waarde}”` });
    }
  }
  if (terug) toonBericht("klad", { soort: "goed", tekst: `Je tekst van het vorige bezoek staat weer in ${terug === 1 ? "de cel" : `${terug} cellen`}.` });
}
