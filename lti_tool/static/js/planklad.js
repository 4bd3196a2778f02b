/** When the visit is over, unsaved text of the plan waits at the server for its writer's next visit. */
import { vraag } from "./api.js";
import { toonBericht } from "./berichten.js";
import { houder } from "./planveld.js";

const BEWAARD = "Je bezoek is verlopen. Je tekst is bewaard. Open Groepswijzer opnieuw vanuit de leeromgeving.";
const NIETS_OPEN = "Je bezoek is verlopen. Alles was al opgeslagen. Open Groepswijzer opnieuw vanuit de leeromgeving.";
const NOG_NIET = "Je bezoek is verlopen. Je tekst kon nog niet worden bewaard; dat wordt steeds opnieuw geprobeerd. Laat deze pagina open.";
const PAUZE_MS = 4000;

export class Planklad {
  #gegevens; #opslag; #bewaard = "";

  constructor(gegevens, opslag) {
    this.#gegevens = gegevens;
    this.#opslag = opslag;
    let wekker;
    document.addEventListener("input", () => {
      clearTimeout(wekker);
      if (this.#bewaard) wekker = setTimeout(() => this.deponeer(), PAUZE_MS / 4);
    });
  }

  get volledig() { return this.#bewaard === JSON.stringify(this.#velden()); }

  async deponeer() {
    const velden = this.#velden();
    const inhoud = JSON.stringify(velden);
    if (!velden.length) {
      this.#bewaard = inhoud;
      return toonBericht("sessie", { soort: "info", tekst: NIETS_OPEN });
    }
    const { klad_url: url, klad_token: token, plan_id: plan } = this.#gegevens;
    const antwoord = await vraag("POST", url, { token, plan_id: plan, velden });
    if (!antwoord.ok) {
      setTimeout(() => this.deponeer(), PAUZE_MS);
      return toonBericht("sessie", { soort: "let-op", tekst: NOG_NIET });
    }
    this.#bewaard = inhoud;
    return toonBericht("sessie", { soort: "info", tekst: BEWAARD });
  }

  #velden() {
    return this.#opslag.onbewaard().map((veld) => ({ plaats: veld.id, waarde: veld.value, versie: Number(houder(veld).dataset.versie ?? 0) }));
  }

  /** Put text that waited back into its fields, and save it over the version that it was typed over. */
  zetTerug(wachtend = []) {
    let terug = 0;
    for (const { plaats, waarde, versie } of wachtend) {
      const veld = document.getElementById(plaats);
      if (veld && !veld.readOnly && veld.value.trim() === waarde.trim()) continue;
      if (veld && !veld.readOnly) {
        veld.value = waarde;
        if (houder(veld).dataset.versie) houder(veld).dataset.versie = versie;
        this.#opslag.bewaar(veld);
        terug += 1;
      } else toonBericht(`klad-${plaats}`, { soort: "let-op", tekst: `Deze tekst kan hier niet terug. Kopieer wat je wilt houden: “${waarde}”` });
    }
    if (terug) toonBericht("klad", { soort: "goed", tekst: "Je tekst van het vorige bezoek staat weer in het plan." });
  }
}
