/** The windows of the board: where a pupil goes, the name of a subgroup, a point, who is kept apart. */
import { bord, kaartVan, kolommen } from "./clusterbord.js";
import { verplaats } from "./clusteracties.js";

const zoek = (id) => document.getElementById(id);

/** The error beside the field; what was typed stays. True when the window may close. */
function verwerk(venster, antwoord) {
  venster.querySelector("[data-fout]").textContent = antwoord?.ok ? "" : antwoord?.fout ?? "Niet bewaard. Probeer het zo opnieuw.";
  if (antwoord?.ok) venster.close();
}

/** Closing goes back to where it was opened, also when the board was replaced meanwhile. */
function open(venster, veld, terugId) {
  venster.addEventListener("close", () => zoek(terugId)?.focus(), { once: true });
  venster.showModal();
  veld.focus();
}

export function bedienBorddialogen(acties) {
  bedienUiteen(acties);
  return { verplaats: maakVerplaats(acties), subgroep: maakSubgroep(acties), punt: maakPunt(acties) };
}

function maakVerplaats(acties) {
  const venster = zoek("verplaats");
  const lijst = venster.querySelector("[data-bestemmingen]");
  let kaartId;
  lijst.addEventListener("click", ({ target }) => {
    const knop = target.closest("button");
    if (!knop) return;
    venster.close();
    verplaats(acties, kaartId, knop.dataset.naar);
  });
  return (knop) => {
    const kaart = kaartVan(knop);
    kaartId = kaart.dataset.kaart;
    venster.querySelector("h2").textContent = `Verplaats ${kaart.dataset.naam} naar`;
    lijst.replaceChildren(...kolommen().filter((kolom) => kolom.dataset.waar !== kaart.dataset.waar).map(bestemming));
    venster.showModal();
    lijst.querySelector("button").focus();
  };
}

function bestemming({ dataset: { waar, naam } }) {
  const regel = document.createElement("li");
  const knop = document.createElement("button");
  knop.type = "button";
  knop.className = "btn btn-stil";
  knop.dataset.naar = waar;
  knop.textContent = naam[0].toUpperCase() + naam.slice(1);
  regel.append(knop);
  return regel;
}

function maakSubgroep(acties) {
  const venster = zoek("subgroep");
  const naam = zoek("subgroep-naam");
  let kolomId = null;
  venster.querySelector("form").addEventListener("submit", async (gebeurtenis) => {
    gebeurtenis.preventDefault();
    const soort = venster.querySelector("[name=soort]:checked").value;
    const antwoord = await acties.doe(() => {
      const kolom = kolomId && document.querySelector(`.kolom[data-waar="${kolomId}"]`);
      if (!kolom) return { methode: "POST", pad: "/subgroep", inhoud: { domein: bord().dataset.domein, naam: naam.value, soort } };
      return { methode: "PUT", pad: `/subgroep/${kolomId}`, inhoud: { naam: naam.value, soort, versie: Number(kolom.dataset.versie) } };
    });
    verwerk(venster, antwoord);
  });
  return (kolom) => {
    kolomId = kolom?.dataset.waar ?? null;
    venster.querySelector("h2").textContent = kolom ? `${kolom.dataset.naam} wijzigen` : "Nieuwe subgroep";
    venster.querySelector("[data-fout]").textContent = "";
    naam.value = kolom?.dataset.naam ?? "";
    venster.querySelector(`[name=soort][value="${kolom?.dataset.soort ?? "handreiking"}"]`).checked = true;
    open(venster, naam, kolom ? `s${kolomId}` : "nieuwe-subgroep");
  };
}

function maakPunt(acties) {
  const venster = zoek("punt");
  const tekst = zoek("punt-tekst");
  let id;
  venster.querySelector("form").addEventListener("submit", async (gebeurtenis) => {
    gebeurtenis.preventDefault();
    verwerk(venster, await acties.doe(() => {
      const versie = Number(document.querySelector(`[data-punt="${id}"]`)?.dataset.versie ?? 0);
      return { methode: "PUT", pad: `/punt/${id}`, inhoud: { tekst: tekst.value, versie } };
    }));
  });
  return (regel) => {
    id = regel.dataset.punt;
    tekst.value = regel.dataset.tekst;
    venster.querySelector("[data-fout]").textContent = "";
    open(venster, tekst, `pw${id}`);
  };
}

function bedienUiteen(acties) {
  const venster = zoek("uiteen");
  const lijst = venster.querySelector("[data-parenlijst]");
  const [een, ander] = [zoek("uiteen-een"), zoek("uiteen-ander")];
  const toon = () => lijst.replaceChildren(document.querySelector("[data-paren]").content.cloneNode(true));
  const zet = async (inhoud) => {
    const antwoord = await acties.doe(() => ({ methode: "PUT", pad: "/uiteen", inhoud }));
    venster.querySelector("[data-fout]").textContent = antwoord?.ok ? "" : antwoord?.fout ?? "Niet bewaard.";
    if (!antwoord?.ok) return;
    toon();
    een.value = "";
    ander.value = "";
  };
  document.addEventListener("click", ({ target }) => { if (target.closest('[data-open="uiteen"]')) toon(); });
  venster.querySelector("form").addEventListener("submit", (gebeurtenis) => {
    gebeurtenis.preventDefault();
    if (een.value && ander.value) zet({ een: Number(een.value), ander: Number(ander.value), uiteen: true });
    else venster.querySelector("[data-fout]").textContent = "Kies twee leerlingen.";
  });
  lijst.addEventListener("click", ({ target }) => {
    const paar = target.closest("[data-samen]")?.closest("[data-een]");
    if (paar) zet({ een: Number(paar.dataset.een), ander: Number(paar.dataset.ander), uiteen: false });
  });
}
