/** Cells of an overview in the klad (klad.js), and back in their places at the next visit. */
import { toonBericht } from "../berichten.js";
import { kolomVan, leerlingVan, regelVan, velden, verschilt, zetToestand, zoekVeld } from "./cel.js";

/** @param getypt {(veld) => boolean} whether what stands there unsaved was typed there */
export const celbron = (url, token, getypt) => ({
  url,
  token,
  soort: "cellen",
  lees: () => [...velden()].filter((veld) => verschilt(veld) && getypt(veld)).map((veld) => ({
    regel_id: Number(regelVan(veld)),
    kolom_id: Number(kolomVan(veld)),
    waarde: veld.value,
    versie: Number(veld.dataset.versie),
  })),
  daarna(cellen) {
    for (const cel of cellen) zetToestand(zoekVeld(cel.regel_id, cel.kolom_id), "klad");
  },
});

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
