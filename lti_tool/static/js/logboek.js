/** The log: the button that names the kind saves the note; own notes can be changed and taken away, and all of that undone. */
import { haalFragment, vraag } from "./api.js";
import { toonBericht, wisBericht } from "./berichten.js";
import { maakPaginaklad } from "./opslag/paginaklad.js";

const lijst = document.querySelector("[data-lijst]");
const filter = document.querySelector("[data-filter]");
const formulier = document.querySelector("[data-logboek]");
const opslagstatus = document.getElementById("opslagstatus");

/** The notes as they stand now, with the filter of the page. */
async function ververs() {
  const keuze = [...new FormData(filter)].filter(([, waarde]) => waarde);
  const url = `${location.pathname}?${new URLSearchParams(keuze)}`;
  history.replaceState(null, "", url);
  const html = await haalFragment(url);
  if (html === null) return toonBericht("lijst", { soort: "let-op", tekst: "De notities konden niet worden opgehaald.", knop: { tekst: "Nog eens proberen", actie: ververs } });
  wisBericht("lijst");
  return lijst.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
}

filter?.querySelector("[data-toon]").setAttribute("hidden", "");
filter?.addEventListener("change", ververs);

if (formulier) {
  const adres = formulier.dataset.logboek;
  const [tekst, rij, leerling, dag] = ["tekst", "rij", "leerling", "dag"].map((id) => document.getElementById(id));
  const fout = document.getElementById("fout");
  const iedereen = [...leerling.options].slice(1);
  const getal = (veld) => (veld.value ? Number(veld.value) : null);
  let bezig = false;
  // the note that is being changed, as it stood
  let oud = null;

  const inhoud = (soort) => ({ planregel_id: getal(rij), regel_id: getal(leerling), soort, tekst: tekst.value.trim(), dag: dag.value });
  const onbewaard = () => tekst.value.trim() !== (oud?.tekst ?? "");
  const opslag = new EventTarget();

  /** Of a row with pupils of its own, only those are to choose from. */
  function kiesRij() {
    const eigen = (rij.selectedOptions[0]?.dataset.leerlingen ?? "").split(" ").filter(Boolean);
    const gekozen = leerling.value;
    leerling.replaceChildren(leerling.options[0], ...iedereen.filter((optie) => !eigen.length || eigen.includes(optie.value)));
    leerling.value = gekozen;
    if (leerling.selectedIndex < 0) leerling.value = "";
  }

  /** Fill the form with a note to change, or (null) empty it for a new one. */
  function zet(notitie) {
    oud = notitie;
    tekst.value = notitie?.tekst ?? "";
    if (notitie) {
      rij.value = notitie.planregel_id ?? "";
      // its row was taken out of the plan: it stays there
      if (rij.selectedIndex < 0) rij.value = "";
      dag.value = notitie.dag;
    }
    kiesRij();
    leerling.value = notitie?.regel_id ?? "";
    if (leerling.selectedIndex < 0) leerling.value = "";
    fout.textContent = "";
    formulier.querySelector("[data-kop]").textContent = notitie ? "Notitie wijzigen" : "Notitie schrijven";
    formulier.querySelector("[data-annuleer]").hidden = !notitie;
    for (const knop of formulier.querySelectorAll("[name=soort]")) knop.setAttribute("aria-pressed", String(knop.value === notitie?.soort));
    if (!notitie) for (const knop of formulier.querySelectorAll("[name=soort]")) knop.removeAttribute("aria-pressed");
    for (const li of lijst.querySelectorAll(".nu")) li.classList.remove("nu");
  }

  /** Send something; the answer, or null when it didn't work out, which is told beside the text. */
  async function stuur(methode, url, wat) {
    if (bezig) return null;
    bezig = true;
    opslagstatus.textContent = "Opslaan…";
    const antwoord = await vraag(methode, url, wat);
    bezig = false;
    opslagstatus.dataset.stand = antwoord.ok ? "goed" : "fout";
    opslagstatus.textContent = antwoord.ok ? "Alles opgeslagen" : "Niet opgeslagen";
    fout.textContent = antwoord.ok ? "" : reden(antwoord);
    if (antwoord.code === "sessie") klad.begin();
    if (antwoord.code === "conflict" && antwoord.versie) oud = { ...oud, versie: antwoord.versie };
    return antwoord.ok ? antwoord : null;
  }

  function reden(antwoord) {
    if (antwoord.weg) return "Geen verbinding. Je tekst staat er nog: kies de knop straks opnieuw.";
    if (antwoord.code === "sessie") return "Dit is nog niet bewaard: je bezoek is verlopen.";
    if (antwoord.code === "conflict") return `${antwoord.fout} Daar staat nu: “${antwoord.tekst}”. Kies de knop opnieuw om die van jou te bewaren.`;
    return antwoord.fout ?? "Dit is niet bewaard. Je tekst staat er nog.";
  }

  /** The note that was being written or changed at an earlier visit. */
  function zetTerug({ waarde, versie }) {
    const { id, ...notitie } = JSON.parse(waarde);
    const li = id && lijst.querySelector(`[data-notitie="${id}"]`);
    if (id && !li) return notitie.tekst;
    if (li && li.querySelector("[data-tekst]").textContent === notitie.tekst) return "gelijk";
    zet(li ? lees(li) : null);
    if (li) oud.versie = versie;
    tekst.value = notitie.tekst;
    rij.value = notitie.planregel_id ?? "";
    kiesRij();
    leerling.value = notitie.regel_id ?? "";
    return "terug";
  }

  /** What was done, with the way back under the fingers: the button that did it is gone from the page. */
  function terug(melding, methode, url, wat) {
    const actie = async () => {
      if (!(await stuur(methode, url, wat))) return;
      wisBericht("terug");
      await ververs();
      document.getElementById("notities").focus();
    };
    // of two taken away, the button brings back the last
    wisBericht("terug");
    toonBericht("terug", { soort: "goed", tekst: melding, knop: { tekst: "Ongedaan maken", actie } });
    document.querySelector('[data-bericht="terug"] .btn-stil').focus();
  }

  async function bewaar(soort) {
    if (!tekst.value.trim()) {
      fout.textContent = "Schrijf eerst op wat je zag.";
      return tekst.focus();
    }
    const was = oud;
    const nieuw = inhoud(soort);
    const antwoord = was ? await stuur("PUT", `${adres}/${was.id}`, { ...nieuw, versie: was.versie }) : await stuur("POST", adres, nieuw);
    if (!antwoord) return tekst.focus();
    zet(null);
    opslag.dispatchEvent(new Event("opgeslagen"));
    await ververs();
    opslagstatus.textContent = `Alles opgeslagen ${antwoord.op}`;
    if (!was) return wisBericht("terug");
    return terug("De notitie is gewijzigd.", "PUT", `${adres}/${was.id}`, { ...zonder(was), versie: antwoord.versie });
  }

  const zonder = ({ planregel_id, regel_id, soort, tekst: woorden, dag: op }) => ({ planregel_id, regel_id, soort, tekst: woorden, dag: op });

  async function haalWeg(notitie) {
    if (!(await stuur("DELETE", `${adres}/${notitie.id}`, { versie: notitie.versie }))) return;
    if (oud?.id === notitie.id) zet(null);
    await ververs();
    terug("De notitie is weggehaald.", "POST", adres, zonder(notitie));
  }

  function lees(li) {
    const { notitie, versie, soort, rij: bij, leerling: wie, dag: op } = li.dataset;
    const nummer = (waarde) => (waarde ? Number(waarde) : null);
    return { id: Number(notitie), versie: Number(versie), soort, planregel_id: nummer(bij), regel_id: nummer(wie), dag: op, tekst: li.querySelector("[data-tekst]").textContent };
  }

  formulier.addEventListener("submit", (gebeurtenis) => {
    gebeurtenis.preventDefault();
    bewaar(gebeurtenis.submitter.value);
  });
  formulier.noValidate = true;
  rij.addEventListener("change", kiesRij);
  formulier.querySelector("[data-annuleer]").addEventListener("click", () => zet(null));
  lijst.addEventListener("click", ({ target }) => {
    const li = target.closest("[data-notitie]");
    if (target.closest("[data-weg]")) haalWeg(lees(li));
    if (!target.closest("[data-wijzig]")) return;
    zet(lees(li));
    li.classList.add("nu");
    formulier.scrollIntoView({ block: "nearest" });
    tekst.focus();
  });
  addEventListener("beforeunload", (gebeurtenis) => {
    if (onbewaard() && !klad.volledig) gebeurtenis.preventDefault();
  });
  kiesRij();
  const klad = maakPaginaklad({
    lees: () => (onbewaard() ? [{ plaats: "notitie", waarde: JSON.stringify({ id: oud?.id ?? null, ...inhoud("") }), versie: oud?.versie ?? 0 }] : []),
    zetTerug,
    opslag,
  });
  opslagstatus.textContent = "Alles opgeslagen";
  opslagstatus.dataset.stand = "goed";
}
