/** Pasting a column or block from a spreadsheet: first what it would change, one yes, and one click to undo. */
import { vraag } from "../api.js";
import { toonBericht, wisBericht } from "../berichten.js";
import { isVeld, verschilt, zoekVeld } from "../cellen/cel.js";

// cells that are still being saved go first, so that the proposal is about what is saved
const GEDULD_MS = 3000;
const MISLUKT = {
  sessie: "Je bezoek is verlopen. Open Groepswijzer opnieuw vanuit de leeromgeving en plak dan nog eens.",
  recht: "Je mag dit overzicht niet (meer) wijzigen.",
};
const foutzin = (antwoord) => (antwoord.weg ? "Geen verbinding. Er is niets gewijzigd; probeer het zo opnieuw."
  : MISLUKT[antwoord.code] ?? antwoord.fout ?? `Plakken is niet gelukt (fout ${antwoord.status}). Er is niets gewijzigd.`);

/** A table, or lines for a score; a text with line breaks in a text cell is just a text. */
function isBlok(veld, klembord) {
  const tekst = klembord.getData("text/plain").replace(/\r?\n$/, "");
  const tabel = klembord.getData("text/html").toLowerCase().includes("<table");
  if (veld.matches("textarea")) return tabel ? /[\t\r\n]/.test(tekst) : tekst.includes("\t");
  return /[\t\r\n]/.test(tekst);
}

/** The rows and columns on the screen from this cell on. */
function bereik(veld) {
  const cel = veld.closest("td");
  const rij = cel.parentElement;
  const zichtbaar = (element) => !element.hidden && !element.classList.contains("gevouwen");
  const kolommen = [...rij.cells].slice(cel.cellIndex).filter((td) => td.dataset.kolom && zichtbaar(td));
  const rijen = [...rij.parentElement.rows].slice(rij.sectionRowIndex).filter((r) => r.dataset.regel && zichtbaar(r));
  return { regels: rijen.map((r) => Number(r.dataset.regel)), kolommen: kolommen.map((td) => Number(td.dataset.kolom)) };
}

export function volgPlakken(tabel, { opslag, wachtrij, urls }, ga) {
  const dialoog = document.getElementById("plakken");
  if (!dialoog) return;
  const inhoud = dialoog.querySelector("[data-inhoud]");
  let veld = null;
  let vorm = null;
  let voorstel = null;

  tabel.addEventListener("paste", (gebeurtenis) => {
    const doel = gebeurtenis.target;
    if (!isVeld(doel) || doel.readOnly || !isBlok(doel, gebeurtenis.clipboardData)) return;
    gebeurtenis.preventDefault();
    veld = doel;
    vorm = { tekst: gebeurtenis.clipboardData.getData("text/plain"), op_plaats: false, ...bereik(veld) };
    voorstel = null;
    inhoud.textContent = "Even kijken wat er verandert…";
    dialoog.showModal();
    dialoog.querySelector("h2").focus();
    stelVoor();
  });

  async function stelVoor(vooraf = "") {
    opslag.bewaar(veld);
    await wachtrij.leeg(GEDULD_MS);
    const gevraagd = vorm;
    const antwoord = await vraag("POST", `${urls.plak}/voorstel`, vorm);
    // closed, or pasted again, while we waited
    if (!dialoog.open || gevraagd !== vorm) return;
    voorstel = antwoord.ok ? antwoord : null;
    if (antwoord.ok) inhoud.replaceChildren(...new DOMParser().parseFromString(antwoord.html, "text/html").body.childNodes);
    else inhoud.textContent = foutzin(antwoord);
    if (vooraf) toonFout(vooraf);
    (inhoud.querySelector("section select, details[open] select") ?? inhoud.querySelector("[data-bevestig]") ?? dialoog.querySelector("h2")).focus();
  }

  function toonFout(zin) {
    const fout = inhoud.querySelector("[data-plakfout]");
    if (!fout) return;
    fout.textContent = zin;
    fout.hidden = !zin;
  }

  /** The picks for rows in doubt or of nobody, and whether cells are to be emptied. */
  function keuzes() {
    const gekozen = [...inhoud.querySelectorAll("select")].filter((keuze) => keuze.value);
    return {
      keuzes: Object.fromEntries(gekozen.map((keuze) => [keuze.name.replace("rij-", ""), Number(keuze.value)])),
      leegmaken: inhoud.querySelector("[name=leegmaken]")?.checked ?? false,
    };
  }

  async function bevestig(knop) {
    if (knop.getAttribute("aria-disabled") === "true") return;
    knop.setAttribute("aria-disabled", "true");
    toonFout("");
    const { id, stand } = voorstel;
    const antwoord = await vraag("PUT", `${urls.plak}/${id}`, { stand, ...keuzes() });
    knop.removeAttribute("aria-disabled");
    if (antwoord.ok) {
      dialoog.close();
      neemOver(antwoord.cellen);
      meld(antwoord.melding, "goed", { tekst: "Ongedaan maken", actie: () => maakOngedaan(id) });
    } else if (antwoord.code === "conflict") stelVoor(antwoord.fout);
    else toonFout(foutzin(antwoord));
  }

  async function maakOngedaan(id) {
    const antwoord = await vraag("DELETE", `${urls.plak}/${id}`);
    ga(veld);
    if (!antwoord.ok) return meld(foutzin(antwoord), "let-op", { tekst: "Opnieuw proberen", actie: () => maakOngedaan(id) });
    neemOver(antwoord.cellen);
    return meld(antwoord.melding, antwoord.gebleven ? "let-op" : "goed");
  }

  function meld(tekst, soort, knop) {
    wisBericht("plakken");
    toonBericht("plakken", { soort, tekst, knop });
  }

  function neemOver(cellen) {
    for (const cel of cellen) {
      const doel = zoekVeld(cel.regel, cel.kolom);
      // what is being typed there stays, and is told as a conflict when it is saved
      if (!doel || verschilt(doel)) continue;
      opslag.neemOver(doel, cel, doel.value);
      doel.value = cel.waarde;
      // as if left: a text then shows whether there is more of it
      if (doel !== document.activeElement) doel.dispatchEvent(new Event("focusout", { bubbles: true }));
    }
    document.dispatchEvent(new Event("nieuws"));
  }

  dialoog.addEventListener("submit", (gebeurtenis) => {
    gebeurtenis.preventDefault();
    const knop = inhoud.querySelector("[data-bevestig]");
    if (knop && voorstel) bevestig(knop);
  });
  dialoog.addEventListener("click", ({ target }) => {
    const wijze = target.closest("[data-wijze]")?.dataset.wijze;
    if (!wijze) return;
    vorm = { ...vorm, op_plaats: wijze === "plaats" };
    stelVoor();
  });
  dialoog.addEventListener("close", () => {
    inhoud.replaceChildren();
    ga(veld);
  });
}
