/** Saves cells through the outbox and shows at each cell how that went. */
import { vraag } from "../api.js";
import { LIMIET, kolomVan, lengte, regelVan, toonFout, toonScore, velden, verschilt, wisFout, zetToestand } from "./cel.js";

const WEIGERING = {
  recht: "Je mag deze cel niet (meer) veranderen. Je tekst is niet bewaard; kopieer wat je wilt houden.",
  gesloten: "Deze cyclus is gesloten. Je tekst is niet bewaard; kopieer wat je wilt houden.",
};
const sleutelVan = (veld) => `cel:${veld.id}`;
// "7.5" is saved as "7,5", "iv" as "IV", "3" as "3,0"
const kern = (waarde) => waarde.trim().toLowerCase().replace(",", ".");
const zelfde = (a, b) => kern(a) === kern(b) || (kern(a) !== "" && kern(b) !== "" && Number(kern(a)) === Number(kern(b)));

export class Celopslag extends EventTarget {
  #wachtrij; #url; #geweigerd = new WeakMap();

  constructor(wachtrij, url) {
    super();
    this.#wachtrij = wachtrij;
    this.#url = url;
  }

  /** All fields that hold something the server doesn't have. */
  onbewaard() { return [...velden()].filter(verschilt); }

  bewaar(veld) {
    // first the choice between two versions (conflict.js)
    if (veld.closest("[data-toestand=conflict]")) return undefined;
    if (!verschilt(veld)) return this.#nietsTeDoen(veld);
    const teveel = lengte(veld.value) - LIMIET;
    if (teveel > 0) {
      zetToestand(veld, "fout");
      return toonFout(veld, `Deze tekst is ${teveel} tekens te lang en is nog niet bewaard. Kort de tekst in.`);
    }
    if (this.#geweigerd.get(veld) === veld.value) return undefined;
    wisFout(veld);
    zetToestand(veld, this.#wachtrij.uitval ? "wacht" : "bezig");
    let gestuurd;
    return this.#wachtrij.zet(sleutelVan(veld), {
      verstuur: () => {
        gestuurd = veld.value;
        const url = this.#url.replace("{regel}", regelVan(veld)).replace("{kolom}", kolomVan(veld));
        return vraag("PUT", url, { waarde: gestuurd, versie: Number(veld.dataset.versie) });
      },
      verwerk: (antwoord) => this.#verwerk(veld, gestuurd, antwoord),
    });
  }

  #nietsTeDoen(veld) {
    this.#geweigerd.delete(veld);
    if (this.#wachtrij.heeft(sleutelVan(veld)) || !veld.closest("[data-toestand=fout]")) return;
    wisFout(veld);
    zetToestand(veld, null);
    this.dispatchEvent(new Event("veranderd"));
  }

  #verwerk(veld, gestuurd, antwoord) {
    // our own change of which the answer got lost comes back as a conflict with ourselves
    const eigen = antwoord.code === "conflict" && zelfde(antwoord.waarde, gestuurd);
    if (antwoord.ok || eigen) return this.neemOver(veld, antwoord, gestuurd);
    if (antwoord.code === "conflict") {
      zetToestand(veld, "conflict");
      this.dispatchEvent(new CustomEvent("conflict", { detail: { veld, antwoord } }));
      return undefined;
    }
    this.#geweigerd.set(veld, gestuurd);
    zetToestand(veld, "fout");
    const zin = antwoord.fout ?? WEIGERING[antwoord.code]
      ?? `Deze cel is niet bewaard (fout ${antwoord.status}). Je tekst staat hier nog. Open het overzicht opnieuw.`;
    return toonFout(veld, zin, antwoord.toegestaan);
  }

  /** The server's version of this cell becomes the page's; what was typed since stays in the field. */
  neemOver(veld, antwoord, gestuurd) {
    this.#geweigerd.delete(veld);
    veld.dataset.versie = antwoord.versie;
    veld.defaultValue = antwoord.waarde;
    // not under somebody's hands: a space at the end of a text may be the start of the next word
    const rustig = veld !== document.activeElement || veld.matches("input");
    if (veld.value === gestuurd && rustig) veld.value = antwoord.waarde;
    if ("onder" in antwoord) toonScore(veld, antwoord);
    wisFout(veld);
    zetToestand(veld, this.#wachtrij.heeft(sleutelVan(veld)) ? "bezig" : "opgeslagen");
    this.dispatchEvent(new CustomEvent("opgeslagen", { detail: { veld, antwoord } }));
  }
}
