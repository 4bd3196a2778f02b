/** The pupil's own part: saved while you pause; and the invitation to write it themselves. */
import { vraag } from "../api.js";

const PAUZE_MS = 1200;

/** @returns {{onbewaard: (plaats) => object[], zetTerug: (notitie) => string}} what can wait in the klad (paginaklad.js) */
export function bedienLeerlingdeel(gebied, werkblad, adressen) {
  const deel = gebied.querySelector("[data-leerlingdeel]");
  if (!deel) return { onbewaard: () => [], zetTerug: ({ waarde }) => Object.values(JSON.parse(waarde)).filter(Boolean).join(" · ") };
  const velden = [...deel.querySelectorAll("[data-deel]")];
  const fout = deel.querySelector("[data-deel-fout]");
  const knop = deel.querySelector("[data-uitnodiging]");
  let wekker;

  const woorden = () => Object.fromEntries(velden.map((veld) => [veld.dataset.deel, veld.value]));
  const anders = () => velden.some((veld) => veld.value.trim() !== veld.defaultValue.trim());

  function bewaar() {
    clearTimeout(wekker);
    if (!anders()) return;
    let gestuurd;
    werkblad.wachtrij.zet("leerlingdeel", {
      verstuur: () => {
        gestuurd = woorden();
        return vraag("PUT", adressen.leerlingdeel, { ...gestuurd, versie: Number(deel.dataset.versie) });
      },
      verwerk: (antwoord) => {
        fout.hidden = antwoord.ok;
        if (antwoord.ok) {
          deel.dataset.versie = antwoord.versie;
          for (const veld of velden) veld.defaultValue = gestuurd[veld.dataset.deel];
          werkblad.opslag.dispatchEvent(new CustomEvent("opgeslagen", { detail: { veld: velden[0], antwoord } }));
        } else if (antwoord.code === "conflict" && "wil_leren" in antwoord) voegBij(antwoord);
        else fout.textContent = antwoord.fout ?? "Dit is niet bewaard. Je tekst staat hier nog.";
      },
    });
  }

  /** Somebody else (perhaps the pupil) wrote meanwhile: their words come above yours, and you see both. */
  function voegBij(antwoord) {
    fout.textContent = `${antwoord.door} schreef hier om ${antwoord.op} ook iets. Beide staan er nu; haal weg wat dubbel is.`;
    for (const veld of velden) {
      const hun = antwoord[veld.dataset.deel];
      const mijn = veld.value.trim();
      veld.defaultValue = hun;
      veld.value = !mijn || hun.includes(mijn) ? hun : hun && !mijn.includes(hun) ? `${hun}\n${mijn}` : mijn;
    }
    deel.dataset.versie = antwoord.versie;
    bewaar();
  }

  function zetTerug({ waarde, versie }) {
    const eerder = JSON.parse(waarde);
    if (velden.every((veld) => veld.value.trim() === eerder[veld.dataset.deel].trim())) return "gelijk";
    for (const veld of velden) veld.value = eerder[veld.dataset.deel];
    deel.dataset.versie = versie;
    deel.open = true;
    bewaar();
    return "terug";
  }

  deel.addEventListener("input", () => {
    clearTimeout(wekker);
    wekker = setTimeout(bewaar, PAUZE_MS);
  });
  deel.addEventListener("focusout", bewaar);
  addEventListener("beforeunload", (gebeurtenis) => {
    if (anders() && !werkblad.wachtrij.gestopt) gebeurtenis.preventDefault();
  });
  knop?.addEventListener("click", async () => {
    const aan = knop.getAttribute("aria-pressed") !== "true";
    const antwoord = await vraag(aan ? "PUT" : "DELETE", adressen.uitnodiging);
    const stand = deel.querySelector("[data-uitnodiging-stand]");
    if (!antwoord.ok) {
      stand.textContent = antwoord.fout ?? "Dat lukte niet. Probeer het nog eens.";
      return;
    }
    knop.setAttribute("aria-pressed", String(antwoord.uitgenodigd));
    knop.textContent = antwoord.uitgenodigd ? "Uitnodiging intrekken" : "Leerling uitnodigen";
    stand.textContent = antwoord.uitgenodigd ? "De leerling kan nu zelf schrijven." : "De leerling kan niet meer schrijven.";
  });
  return { onbewaard: (plaats) => (anders() ? [{ plaats, waarde: JSON.stringify(woorden()), versie: Number(deel.dataset.versie) }] : []), zetTerug };
}
