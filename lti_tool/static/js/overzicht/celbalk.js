/** The line under the table: which cell this is, what may stand in it, and what can be done with it. */
import { isVeld, kolomVan, leerlingVan, regelVan } from "../cellen/cel.js";

function beschrijving(veld, kolom) {
  const vorige = veld.closest("[data-kolom]").dataset.vorige;
  const delen = [
    kolom.soort !== "tekst" && kolom.toegestaan && kolom.toegestaan.replace(/\.$/, ""),
    kolom.ijkpunt && `afspraak: ${kolom.ijkpunt}`,
    vorige && `eerder: ${vorige}`,
    kolom.soort === "tekst" && kolom.uitleg,
  ];
  return delen.filter(Boolean).join(" · ");
}

export function volgCelbalk(gebied, kolommen, { mag, opGeschiedenis, opObservatie }) {
  const balk = document.querySelector("[data-celbalk]");
  const tekst = balk.querySelector("[data-celbalk-tekst]");
  const geschiedenis = balk.querySelector("[data-geschiedenis-knop]");
  const observatie = balk.querySelector("[data-observatie-knop]");
  const begrijpwijzer = balk.querySelector("[data-begrijpwijzer]");
  const basis = begrijpwijzer?.getAttribute("href");
  let veld = null;

  /** The way to this pupil's needs: from the cell with needs, and from the name and S. */
  function wijsNaarBehoefte(element, aan) {
    if (!begrijpwijzer) return;
    begrijpwijzer.hidden = !aan;
    begrijpwijzer.href = `${basis}/${regelVan(element)}`;
  }

  function toonSignaal({ target }) {
    const knop = target.closest("tr").querySelector("[data-signaal]");
    tekst.textContent = knop.children[1].textContent.replace(/^Signaal /, "");
    geschiedenis.hidden = true;
    observatie.hidden = true;
    wijsNaarBehoefte(target, true);
  }
  gebied.addEventListener("getekend", (gebeurtenis) => {
    if (gebeurtenis.target === document.activeElement) toonSignaal(gebeurtenis);
  });

  gebied.addEventListener("focusin", (gebeurtenis) => {
    const { target } = gebeurtenis;
    if (target.matches("[data-signaal], tbody th a")) return toonSignaal(gebeurtenis);
    if (!isVeld(target)) return undefined;
    veld = target;
    const kolom = kolommen.get(kolomVan(veld));
    const wie = document.createElement("b");
    wie.textContent = leerlingVan(regelVan(veld));
    tekst.replaceChildren(wie, ` · ${kolom.naam} · ${beschrijving(veld, kolom)}`.replace(/ · $/, ""));
    geschiedenis.hidden = false;
    observatie.hidden = !mag(veld);
    wijsNaarBehoefte(veld, kolom.blok === "behoeften");
    return undefined;
  });
  geschiedenis.addEventListener("click", () => opGeschiedenis(veld));
  observatie.addEventListener("click", () => opObservatie(veld));
}
