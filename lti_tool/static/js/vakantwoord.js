/** What a mentor's plan means for this subject: saved while you pause. Two teachers on one answer are told of each other. */
import { vraag } from "./api.js";
import { toonBericht } from "./berichten.js";
import { volgStatus } from "./status.js";
import { bewaakVertrek } from "./vertrek.js";
import { Wachtrij } from "./wachtrij.js";

const PAUZE_MS = 1200;
const VERLOPEN = "Je bezoek is verlopen. Je tekst staat nog op deze pagina: kopieer wat je wilt houden, en open Groepswijzer opnieuw vanuit de leeromgeving.";

const vakken = [...document.querySelectorAll("[data-antwoord]")];
const wachtrij = new Wachtrij();
const veldVan = (vak) => vak.querySelector("textarea");
const anders = (vak) => veldVan(vak).value.trim() !== veldVan(vak).defaultValue.trim();
const opslag = Object.assign(new EventTarget(), { onbewaard: () => vakken.filter(anders) });

function groei(veld) {
  veld.style.height = "auto";
  veld.style.height = `${veld.scrollHeight + 2}px`;
}

function meld(vak, tekst, toestand = "") {
  const plek = vak.querySelector("[data-stand]");
  plek.textContent = tekst;
  plek.classList.toggle("veld-fout", toestand === "fout");
  if (toestand) vak.dataset.toestand = toestand;
  else delete vak.dataset.toestand;
}

function bewaar(vak) {
  if (vak.querySelector("[data-wie]") || !anders(vak)) return;
  let gestuurd;
  wachtrij.zet(vak.dataset.antwoord, {
    verstuur: () => {
      gestuurd = veldVan(vak).value.trim();
      return vraag("PUT", vak.dataset.antwoord, { tekst: gestuurd, versie: Number(vak.dataset.versie) });
    },
    verwerk: (antwoord) => verwerk(vak, gestuurd, antwoord),
  });
}

function verwerk(vak, gestuurd, antwoord) {
  // our own change of which the answer got lost comes back as a conflict with ourselves
  if (antwoord.ok || (antwoord.code === "conflict" && antwoord.tekst === gestuurd)) {
    neemOver(vak, gestuurd, antwoord.versie);
    meld(vak, "Bewaard. De mentor kan het lezen.");
    opslag.dispatchEvent(new CustomEvent("opgeslagen", { detail: { antwoord } }));
    bewaar(vak);
  } else if (antwoord.code === "conflict") toonConflict(vak, antwoord);
  else {
    meld(vak, antwoord.fout ?? "Dit is niet bewaard. Je tekst staat hier nog.", "fout");
    opslag.dispatchEvent(new Event("veranderd"));
  }
}

function neemOver(vak, tekst, versie) {
  veldVan(vak).defaultValue = tekst;
  vak.dataset.versie = versie;
}

function toonConflict(vak, antwoord) {
  meld(vak, "", "conflict");
  const melding = document.getElementById("antwoord-conflict").content.firstElementChild.cloneNode(true);
  melding.querySelector("[data-wie]").textContent = `${antwoord.door} schreef hier om ${antwoord.op} ook iets. Wat jij typte, is nog niet bewaard.`;
  melding.querySelector("[data-hun]").textContent = antwoord.tekst || "(leeg)";
  melding.querySelector('[data-keuze="hun"]').textContent = `Die van ${antwoord.door} houden`;
  melding.addEventListener("click", ({ target }) => {
    const keuze = target.closest("[data-keuze]")?.dataset.keuze;
    if (!keuze) return;
    const mijn = veldVan(vak).value;
    melding.remove();
    neemOver(vak, antwoord.tekst, antwoord.versie);
    veldVan(vak).value = keuze === "hun" ? antwoord.tekst : mijn;
    meld(vak, "");
    groei(veldVan(vak));
    bewaar(vak);
    opslag.dispatchEvent(new Event("veranderd"));
    veldVan(vak).focus();
  });
  vak.append(melding);
  opslag.dispatchEvent(new Event("conflict"));
}

for (const vak of vakken) {
  let wekker;
  const veld = veldVan(vak);
  groei(veld);
  veld.addEventListener("input", () => {
    groei(veld);
    meld(vak, "");
    clearTimeout(wekker);
    wekker = setTimeout(() => bewaar(vak), PAUZE_MS);
  });
  veld.addEventListener("focusout", () => {
    clearTimeout(wekker);
    bewaar(vak);
  });
}
wachtrij.addEventListener("sessie", () => toonBericht("sessie", { soort: "let-op", tekst: VERLOPEN }));
volgStatus(wachtrij, opslag);
bewaakVertrek(wachtrij, opslag, { volledig: false });
