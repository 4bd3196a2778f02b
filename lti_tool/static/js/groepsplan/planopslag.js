/** Saves the fields of the plan through the outbox, over the version that was seen; two versions are put side by side. */
import { vraag } from "../api.js";
import { toonBericht } from "../berichten.js";
import { kiesPlanversie } from "./planconflict.js";
import { doelVan, houder, merkLeeg, rijVan, samen, velden, verschilt, zetToestand } from "./planveld.js";

const WEIGERING = {
  recht: "Je mag dit plan niet (meer) veranderen. Je tekst is niet bewaard; kopieer wat je wilt houden.",
  gesloten: "Deze cyclus is gesloten. Je tekst is niet bewaard; kopieer wat je wilt houden.",
};
const PAUZE_MS = 1500;

export class Planopslag extends EventTarget {
  #gebied; #wachtrij; #basis; #wekkers = new Map(); #geweigerd = new Map();

  constructor(gebied, wachtrij, basis) {
    super();
    this.#gebied = gebied;
    this.#wachtrij = wachtrij;
    this.#basis = basis;
    gebied.addEventListener("input", ({ target }) => this.#straks(target));
    gebied.addEventListener("focusout", ({ target }) => this.bewaar(target));
  }

  onbewaard() { return velden(this.#gebied).filter(verschilt); }
  bezig(veld) { return this.#wachtrij.heeft(this.#sleutel(veld)); }
  #sleutel(veld) { return doelVan(veld)?.id || veld.id; }

  #straks(veld) {
    // a new goal is made when its words are complete
    if (!veld.matches("[data-veld], [data-doelveld]")) return;
    clearTimeout(this.#wekkers.get(veld));
    this.#wekkers.set(veld, setTimeout(() => this.bewaar(veld), PAUZE_MS));
  }

  bewaar(veld) {
    if (!veld.matches("[data-veld], [data-doelveld], [data-nieuw-doel]") || veld.readOnly) return;
    clearTimeout(this.#wekkers.get(veld));
    if (veld.closest("[data-toestand=conflict]")) return;
    if (!samen(veld).some(verschilt)) {
      if (veld.closest("[data-toestand=fout]")) this.#klaar(veld);
      return;
    }
    if (this.#geweigerd.get(veld.id) === this.#inhoud(veld)) return;
    if (!this.bezig(veld)) zetToestand(veld, "bezig");
    let gestuurd;
    const sleutel = this.#sleutel(veld);
    this.#wachtrij.zet(sleutel, {
      verstuur: () => {
        // the sheet may have been drawn anew meanwhile
        const nu = document.getElementById(veld.id) ?? veld;
        gestuurd = Object.fromEntries(samen(nu).map((deel) => [deel.id, deel.value]));
        return this.#stuur(nu);
      },
      verwerk: (antwoord) => this.#verwerk(document.getElementById(veld.id) ?? veld, gestuurd, antwoord),
    });
  }

  #inhoud(veld) { return samen(veld).map((deel) => deel.value).join("\u0000"); }

  #stuur(veld) {
    if (veld.matches("[data-nieuw-doel]")) {
      return vraag("POST", `${this.#basis}/rij/${rijVan(veld)}/doel`, { tekst: veld.value, maat: "", wanneer: "" });
    }
    const versie = Number(houder(veld).dataset.versie);
    if (veld.matches("[data-veld]")) {
      return vraag("PUT", `${this.#basis}/rij/${rijVan(veld)}/veld/${veld.dataset.veld}`, { waarde: veld.value, versie });
    }
    const inhoud = Object.fromEntries(samen(veld).map((deel) => [deel.dataset.doelveld, deel.value]));
    return vraag("PUT", `${this.#basis}/doel/${doelVan(veld).dataset.doel}`, { ...inhoud, versie });
  }

  async #verwerk(veld, gestuurd, antwoord) {
    if (antwoord.ok && veld.matches("[data-nieuw-doel]")) {
      veld.defaultValue = "";
      if (veld.value === gestuurd[veld.id]) veld.value = "";
      this.#klaar(veld, antwoord);
      return this.dispatchEvent(new CustomEvent("herteken", { detail: { naarDoel: antwoord.id, vanuit: veld } }));
    }
    if (antwoord.ok) return this.neemOver(veld, antwoord, gestuurd);
    if (antwoord.code === "conflict") return this.#conflict(veld, gestuurd, antwoord);
    this.#geweigerd.set(veld.id, this.#inhoud(veld));
    const meer = antwoord.toegestaan && !antwoord.fout?.includes(antwoord.toegestaan) ? ` ${antwoord.toegestaan}.` : "";
    zetToestand(veld, "fout", antwoord.fout ? `${antwoord.fout}${meer}` : WEIGERING[antwoord.code] ?? "Dit is niet bewaard. Je tekst staat hier nog.");
    if (!veld.isConnected) toonKwijt(veld, antwoord.fout);
    return this.dispatchEvent(new Event("veranderd"));
  }

  /** The server's version becomes the page's; what was typed since stays. `gestuurd`: by field id; null: take all. */
  neemOver(veld, antwoord, gestuurd) {
    houder(veld).dataset.versie = antwoord.versie;
    for (const deel of samen(veld)) {
      const waarde = antwoord[deel.dataset.doelveld ?? "waarde"] ?? "";
      const was = deel.value;
      deel.defaultValue = waarde;
      const zelfde = gestuurd === null || was === gestuurd[deel.id];
      const rustig = gestuurd === null || deel !== document.activeElement;
      deel.value = zelfde && rustig ? waarde : was;
    }
    if (doelVan(veld)) {
      merkLeeg(doelVan(veld));
      if (antwoord.smart) toonSmart(doelVan(veld), antwoord.smart);
    }
    this.#klaar(veld, antwoord);
  }

  #klaar(veld, antwoord) {
    this.#geweigerd.delete(veld.id);
    zetToestand(veld, null);
    this.dispatchEvent(antwoord ? new CustomEvent("opgeslagen", { detail: { veld, antwoord } }) : new Event("veranderd"));
  }

  async #conflict(veld, gestuurd, antwoord) {
    const stand = (deel) => antwoord[deel.dataset.doelveld ?? "waarde"] ?? "";
    // our own change of which the answer got lost
    if (samen(veld).every((deel) => stand(deel).trim() === (gestuurd[deel.id] ?? "").trim())) return this.neemOver(veld, antwoord, gestuurd);
    zetToestand(veld, "conflict");
    this.dispatchEvent(new Event("veranderd"));
    const keuze = await kiesPlanversie(antwoord, samen(veld), stand);
    const nu = document.getElementById(veld.id) ?? veld;
    const mijn = keuze.waarden;
    this.neemOver(nu, antwoord, null);
    if (keuze.soort === "hun") return undefined;
    for (const deel of samen(nu)) deel.value = mijn[deel.id];
    this.bewaar(nu);
    return nu.focus();
  }
}

/** A place that is gone can't show its own message. */
function toonKwijt(veld, fout = "Dit is niet bewaard.") {
  toonBericht(`kwijt-${veld.id}`, { soort: "let-op", tekst: `${fout} Kopieer wat je wilt houden: “${veld.value}”` });
}

function toonSmart(doel, opmerkingen) {
  const plek = doel.querySelector("[data-smart]");
  if (!plek) return;
  plek.hidden = !opmerkingen.length;
  plek.querySelector("[data-aantal]").textContent = opmerkingen.length;
  plek.querySelector("ul").replaceChildren(...opmerkingen.map((zin) => Object.assign(document.createElement("li"), { textContent: zin })));
}
