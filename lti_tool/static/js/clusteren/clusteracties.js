/** Changes of the board go to the server one by one, each with the version that was seen; what they undo is kept here. */
import { haalFragment, vraag } from "../api.js";
import { toonBericht, wisBericht } from "../berichten.js";
import { bord, herstel, vervang, zeg } from "./clusterbord.js";

const VERLOPEN = "Je bezoek is verlopen. Wat je had ingedeeld, is bewaard. Open Groepswijzer opnieuw vanuit de leeromgeving.";
const GEEN_VERBINDING = "Geen verbinding met Groepswijzer. Deze wijziging is niet bewaard. Probeer het zo opnieuw.";

export class Acties {
  #rij = Promise.resolve();
  #wacht = 0;
  #terug = [];
  #groepen = "";
  #status = document.getElementById("opslagstatus");
  #ongedaan = document.querySelector("[data-ongedaan]");
  gestopt = false;

  constructor() {
    this.#toon("Alles opgeslagen", "goed");
    this.#ongedaan?.addEventListener("click", () => this.maakOngedaan());
  }

  get mag() { return "mag" in bord().dataset; }
  get bezig() { return this.#wacht > 0; }

  /** An address under the board's, that asks for the board as it is shown here. */
  url(pad = "") {
    const { basis, domein } = bord().dataset;
    return this.#metVraag(`${basis}${pad}`, domein);
  }

  #metVraag(pad, domein) {
    const url = new URL(pad, location.href);
    url.searchParams.set("domein", domein);
    if (this.#groepen) url.searchParams.set("groepen", this.#groepen);
    const cyclus = new URLSearchParams(location.search).get("cyclus");
    if (cyclus) url.searchParams.set("cyclus", cyclus);
    return url;
  }

  /**
   * @param maak {() => {methode, pad, inhoud} | null} made when it is its turn, so that it names the latest versions
   * @returns {Promise<object>} the answer
   */
  doe(maak) { return this.#inRij(() => this.#stuur(maak())); }

  maakOngedaan() {
    return this.#inRij(async () => {
      const stap = this.#terug.pop();
      this.#toonOngedaan();
      if (!stap) return zeg("Er is niets om ongedaan te maken.");
      // of several steps the last one brings the board
      for (const verzoek of [...stap.terug].reverse()) {
        const antwoord = await this.#stuur({ methode: verzoek.methode, url: verzoek.url, inhoud: verzoek.inhoud }, true);
        if (antwoord?.weg) this.#terug.push(stap);
        if (!antwoord?.ok) return this.#toonOngedaan();
        this.#werkVersiesBij(verzoek, stap.voor, antwoord);
      }
      return zeg(`Ongedaan gemaakt: ${stap.gezegd}`);
    });
  }

  /** More proposals than usual. */
  meerGroepen(aantal) {
    this.#groepen = aantal;
    return this.ververs();
  }

  /** The board as it is now on the server. */
  async ververs() {
    const html = await haalFragment(this.url());
    if (html !== null) vervang(html);
  }

  #inRij(taak) {
    this.#wacht += 1;
    this.#rij = this.#rij.then(taak).finally(() => { this.#wacht -= 1; });
    return this.#rij;
  }

  async #stuur(verzoek, isTerug = false) {
    if (!verzoek || this.gestopt) return null;
    const { domein } = bord().dataset;
    this.#toon("Opslaan…", "bezig");
    const url = verzoek.url ? this.#metVraag(verzoek.url, domein) : this.url(verzoek.pad);
    const antwoord = await vraag(verzoek.methode, url, verzoek.inhoud);
    if (antwoord.ok) this.#gelukt(antwoord, verzoek, isTerug);
    else await this.#mislukt(antwoord);
    return antwoord;
  }

  #gelukt(antwoord, verzoek, isTerug) {
    wisBericht("bord");
    vervang(antwoord.bord);
    if (!isTerug) {
      this.#terug.push({ terug: antwoord.terug, voor: verzoek.inhoud.versie ?? 0, gezegd: antwoord.gezegd });
      zeg(antwoord.gezegd);
      this.#meldWeg(verzoek, antwoord);
    }
    this.#toonOngedaan();
    const nu = new Date().toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" });
    this.#toon(`Alles opgeslagen ${nu}`, "goed");
  }

  /** What hung on a subgroup that is gone is said in sight, with the way back. */
  #meldWeg(verzoek, antwoord) {
    if (verzoek.methode !== "DELETE") return;
    toonBericht("bord", { soort: "info", tekst: antwoord.gezegd, knop: { tekst: "Ongedaan maken", actie: () => this.maakOngedaan() } });
  }

  async #mislukt(antwoord) {
    const tekst = antwoord.code === "sessie" ? VERLOPEN : antwoord.weg ? GEEN_VERBINDING : antwoord.fout ?? `Niet bewaard (fout ${antwoord.status}).`;
    this.gestopt = antwoord.code === "sessie";
    toonBericht("bord", { soort: "let-op", tekst });
    this.#toon(this.gestopt ? "Bezoek verlopen" : "Niet opgeslagen", this.gestopt ? "sessie" : "fout");
    // as it is on the server, also for who was second
    if (this.gestopt || antwoord.weg) herstel();
    else await this.ververs();
  }

  /** Undoing gave a new version: earlier steps on the same thing go on from there. */
  #werkVersiesBij({ sleutel }, voor, { versie }) {
    if (!sleutel) return;
    for (const stap of this.#terug) {
      for (const verzoek of stap.terug) {
        if (verzoek.sleutel === sleutel && verzoek.inhoud.versie === voor) verzoek.inhoud.versie = versie;
      }
    }
  }

  #toonOngedaan() { if (this.#ongedaan) this.#ongedaan.disabled = !this.#terug.length; }

  #toon(tekst, stand) {
    this.#status.dataset.stand = stand;
    if (this.#status.textContent !== tekst) this.#status.textContent = tekst;
  }
}

/** Move a pupil: `naar` is the number of a subgroup as text, "alleen" or "". */
export function verplaats(acties, kaartId, naar) {
  return acties.doe(() => {
    const kaart = document.querySelector(`[data-kaart="${kaartId}"]`);
    if (!kaart || kaart.dataset.waar === naar) return null;
    const { versie } = kaart.dataset;
    // at once in its new place; the server's answer puts everything right
    document.querySelector(`.kolom[data-waar="${naar}"] > .kaartlijst`)?.append(kaart);
    document.getElementById(`k${kaartId}`)?.focus();
    const inhoud = { naar: /^\d+$/.test(naar) ? Number(naar) : naar, versie: Number(versie) };
    return { methode: "PUT", pad: `/plaats/${kaartId}/${bord().dataset.domein}`, inhoud };
  });
}
