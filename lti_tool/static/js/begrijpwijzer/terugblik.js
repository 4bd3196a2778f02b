/** Looking back: what became of a goal of the previous cycle, and whether a lasting need goes on. */
import { vraag } from "../api.js";
import { toonBericht } from "../berichten.js";

const STAND = {
  behouden: "Je houdt die zo.",
  beeindigd: "Je hebt die beëindigd; de zin staat niet meer in het overzicht.",
};

export function bedienTerugblik(gebied, werkblad, adressen, behoefte, doelen) {
  const deel = gebied.querySelector("[data-herziening]");

  function toonAdvies(zin) {
    const plek = deel?.querySelector("[data-herziening-advies]");
    if (!plek) return;
    plek.hidden = !zin;
    plek.textContent = zin;
  }

  gebied.addEventListener("change", ({ target }) => {
    const doel = target.dataset.terugblik;
    if (!doel) return;
    const rij = target.closest("[data-terugblik-rij]");
    rij.querySelector("[data-neem-plek]").hidden = !["deels", "niet"].includes(target.value);
    const url = adressen.bereikt.replace("{doel}", doel);
    werkblad.wachtrij.zet(`doel:${doel}`, {
      verstuur: () => vraag("PUT", url, { bereikt: target.value }),
      verwerk: (antwoord) => {
        if (antwoord.ok && "hier" in rij.dataset) toonAdvies(antwoord.advies);
        else if (!antwoord.ok) toonBericht("terugblik", { soort: "let-op", tekst: antwoord.fout ?? "De uitkomst is niet bewaard. Kies die nog eens." });
      },
    });
  });

  // what wasn't reached goes into the new need in one act
  gebied.addEventListener("click", ({ target }) => {
    const knop = target.closest("[data-neem]");
    if (!knop) return;
    doelen.voegToe([{ tekst: knop.dataset.neem, maat: knop.dataset.maat, wanneer: "", gedeeld: false }]);
    behoefte.bewaar();
    knop.closest("[data-neem-plek]").textContent = "Staat nu bij de doelen.";
    doelen.focusLaatste();
  });

  deel?.addEventListener("click", async ({ target }) => {
    const besluit = target.closest("[data-besluit]")?.dataset.besluit;
    if (!besluit) return;
    await behoefte.afronden();
    const antwoord = await vraag("PUT", adressen.herziening, { besluit, versie: behoefte.versie });
    if (!antwoord.ok) {
      toonBericht("herziening", { soort: "let-op", tekst: antwoord.fout ?? "Je besluit is niet bewaard. Probeer het nog eens." });
      return;
    }
    deel.dataset.herziening = besluit;
    deel.querySelector("[data-herziening-stand]").textContent = STAND[besluit];
    toonAdvies("");
    behoefte.neemOver(antwoord);
  });
}
