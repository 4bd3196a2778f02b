/** A plan for one pupil saves by itself, field by field; two people in one field are told of each other. */
import "./afdruk.js";
import { vraag } from "./api.js";
import { toonBericht } from "./berichten.js";
import { volgStatus } from "./status.js";
import { bewaakVertrek } from "./vertrek.js";
import { Wachtrij } from "./wachtrij.js";

const PAUZE_MS = 1200;
const GEDULD_MS = 5000;
const VERLOPEN = "Je bezoek is verlopen. Wat nog niet bewaard was, staat hier nog. Kopieer het, open Groepswijzer opnieuw vanuit de leeromgeving en plak het terug.";

const formulier = document.querySelector("[data-handelingsplan]");
const wachtrij = new Wachtrij();
const items = [...formulier.querySelectorAll("[data-item]")];
const opslag = Object.assign(new EventTarget(), { onbewaard: () => items.filter(verschilt) });
const wekkers = new WeakMap();
const bewaard = new WeakMap();

const isAkkoord = (item) => "akkoord" in item.dataset;
const veldVan = (item) => item.querySelector("textarea, input");
const adres = (item) => (isAkkoord(item) ? item.dataset.akkoord : formulier.dataset.handelingsplan.replace(/%7Bveld%7D|\{veld\}/, item.dataset.veld));
const zelfde = (een, ander) => Object.keys(een).every((naam) => een[naam] === ander[naam]);

function stand(item) {
  if (!isAkkoord(item)) return { waarde: veldVan(item).value.trim() };
  const wijze = item.querySelector('[name="wijze"]:checked')?.value ?? "";
  const [naam, op] = ["naam", "akkoord_op"].map((veld) => item.querySelector(`[name="${veld}"]`).value.trim());
  return wijze ? { wijze, naam, akkoord_op: op } : { wijze, naam: "", akkoord_op: "" };
}

function zet(item, inhoud) {
  if (isAkkoord(item)) {
    item.querySelector(`[name="wijze"][value="${inhoud.wijze}"]`).checked = true;
    for (const naam of ["naam", "akkoord_op"]) item.querySelector(`[name="${naam}"]`).value = inhoud[naam];
  } else {
    veldVan(item).value = inhoud.waarde;
    groei(veldVan(item));
  }
}

function verschilt(item) {
  return !zelfde(stand(item), bewaard.get(item));
}

function groei(veld) {
  if (!(veld instanceof HTMLTextAreaElement)) return;
  veld.style.height = "auto";
  veld.style.height = `${veld.scrollHeight + 2}px`;
}

/** How the item stands with the server; `fout` in words, under it. */
function meld(item, teken, toestand = "") {
  const plek = item.querySelector("[data-stand]");
  plek.textContent = teken;
  plek.classList.toggle("veld-fout", toestand === "fout");
  if (toestand) item.dataset.toestand = toestand;
  else delete item.dataset.toestand;
}

const onvolledig = ({ wijze, naam, akkoord_op: op }) => Boolean(wijze) && !(naam && op);

function bewaar(item) {
  clearTimeout(wekkers.get(item));
  if (item.querySelector("[role=alert]") || !verschilt(item)) return;
  if (isAkkoord(item) && onvolledig(stand(item))) return meld(item, "Vul in wie akkoord gaf, en wanneer.");
  meld(item, "…");
  let gestuurd;
  wachtrij.zet(item.dataset.item, {
    verstuur: () => {
      gestuurd = stand(item);
      return vraag("PUT", adres(item), { ...gestuurd, versie: Number(item.dataset.versie) });
    },
    verwerk: (antwoord) => verwerk(item, gestuurd, antwoord),
  });
}

function verwerk(item, gestuurd, antwoord) {
  // our own change of which the answer got lost comes back as a conflict with ourselves
  if (antwoord.ok || (antwoord.code === "conflict" && zelfde(gestuurd, antwoord))) {
    neemOver(item, gestuurd, antwoord);
    meld(item, "✓");
    opslag.dispatchEvent(new CustomEvent("opgeslagen", { detail: { antwoord } }));
    if (verschilt(item)) bewaar(item);
  } else if (antwoord.code === "conflict") toonConflict(item, antwoord);
  else {
    meld(item, antwoord.fout ?? `Niet bewaard (fout ${antwoord.status}).`, "fout");
    opslag.dispatchEvent(new Event("veranderd"));
  }
}

function neemOver(item, inhoud, { versie }) {
  bewaard.set(item, inhoud);
  item.dataset.versie = versie;
  if (!isAkkoord(item)) return;
  const { wijze, naam, akkoord_op: op } = inhoud;
  document.querySelector("[data-akkoord-tekst]").textContent = wijze ? `${naam}, ${wijze} op ${op.split("-").reverse().join("-")}.` : "Ouders hebben nog geen akkoord gegeven.";
}

function toonConflict(item, antwoord) {
  const hun = Object.fromEntries(Object.keys(stand(item)).map((naam) => [naam, antwoord[naam]]));
  meld(item, "", "conflict");
  const melding = document.getElementById("plan-conflict").content.firstElementChild.cloneNode(true);
  melding.querySelector("[data-wie]").textContent = `${antwoord.door} veranderde dit om ${antwoord.op}. Wat jij schreef, is nog niet bewaard.`;
  melding.querySelector("[data-hun]").textContent = Object.values(hun).filter(Boolean).join(" · ") || "(leeg)";
  melding.querySelector('[data-keuze="hun"]').textContent = `Die van ${antwoord.door} houden`;
  melding.addEventListener("click", ({ target }) => {
    const keuze = target.closest("[data-keuze]")?.dataset.keuze;
    if (!keuze) return;
    melding.remove();
    neemOver(item, hun, antwoord);
    if (keuze === "hun") {
      zet(item, hun);
      meld(item, "✓");
    } else bewaar(item);
    opslag.dispatchEvent(new Event("veranderd"));
    veldVan(item).focus();
  });
  item.append(melding);
  opslag.dispatchEvent(new Event("conflict"));
}

formulier.addEventListener("input", ({ target }) => {
  const item = target.closest("[data-item]");
  groei(target);
  clearTimeout(wekkers.get(item));
  wekkers.set(item, setTimeout(() => bewaar(item), target.type === "radio" ? 0 : PAUZE_MS));
});
formulier.addEventListener("focusout", ({ target }) => {
  if (target.matches("textarea, input")) bewaar(target.closest("[data-item]"));
});
formulier.addEventListener("submit", (gebeurtenis) => gebeurtenis.preventDefault());

const hulp = document.querySelector("[data-hulp]");
hulp?.addEventListener("click", async () => {
  const aan = hulp.getAttribute("aria-pressed") !== "true";
  const antwoord = await vraag(aan ? "PUT" : "DELETE", hulp.dataset.hulp);
  const plek = document.querySelector("[data-hulp-stand]");
  if (!antwoord.ok) {
    plek.textContent = antwoord.fout ?? "Dat lukte niet. Probeer het zo nog eens.";
    return;
  }
  hulp.setAttribute("aria-pressed", String(Boolean(antwoord.gevraagd_op)));
  plek.textContent = antwoord.gevraagd_op ? `Gevraagd op ${antwoord.gevraagd_op}` : "Nog niet gevraagd.";
});

// taking the plan out waits for what was typed last
for (const knop of document.querySelectorAll('form[method="post"]')) {
  knop.addEventListener("submit", async (gebeurtenis) => {
    gebeurtenis.preventDefault();
    items.forEach(bewaar);
    await wachtrij.leeg(GEDULD_MS);
    knop.submit();
  });
}

for (const item of items) {
  bewaard.set(item, stand(item));
  if (!isAkkoord(item)) groei(veldVan(item));
}
if (items.length) {
  volgStatus(wachtrij, opslag);
  bewaakVertrek(wachtrij, opslag, { volledig: false });
  wachtrij.addEventListener("sessie", () => {
    if (opslag.onbewaard().length) toonBericht("sessie", { soort: "let-op", tekst: VERLOPEN });
  });
}
