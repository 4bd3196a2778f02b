/** A checklist saves by itself: a judgement at once, a remark while you pause. Two people on one item are told of each other. */
import { vraag } from "./api.js";
import { bewaakVertrek } from "./vertrek.js";
import { volgStatus } from "./status.js";
import { Wachtrij } from "./wachtrij.js";

const PAUZE_MS = 1200;
const OORDEELWOORD = { "+": "+ in orde", "-": "− nog niet", "": "nog niet bekeken" };

const formulier = document.querySelector("[data-wijzer]");
const wachtrij = new Wachtrij();
const opslag = Object.assign(new EventTarget(), { onbewaard: () => items().filter((item) => verschilt(item)) });
const wekkers = new WeakMap();
const bewaard = new WeakMap();

const items = () => [...formulier.querySelectorAll("[data-item]")];
const veldVan = (item) => item.querySelector("textarea");
const oordeelVan = (item) => item.querySelector('[aria-pressed="true"]')?.dataset.oordeel ?? "";
const stand = (item) => ({ oordeel: oordeelVan(item), opmerking: veldVan(item).value.trim() });
const zelfde = (een, ander) => een.oordeel === ander.oordeel && een.opmerking === ander.opmerking;
const verschilt = (item) => !zelfde(stand(item), bewaard.get(item));

function zetOordeel(item, oordeel) {
  for (const knop of item.querySelectorAll("[data-oordeel]")) {
    knop.setAttribute("aria-pressed", String(knop.dataset.oordeel === oordeel));
  }
  formulier.querySelector("[data-beoordeeld]").textContent = items().filter(oordeelVan).length;
}

function groei(veld) {
  veld.style.height = "auto";
  veld.style.height = `${veld.scrollHeight + 2}px`;
}

/** How the item stands with the server; `fout` in words, beside it. */
function meld(item, teken, toestand = "") {
  const plek = item.querySelector("[data-stand]");
  plek.textContent = teken;
  plek.classList.toggle("veld-fout", toestand === "fout");
  if (toestand) item.dataset.toestand = toestand;
  else delete item.dataset.toestand;
}

function bewaar(item) {
  clearTimeout(wekkers.get(item));
  if (item.querySelector(".wijzer-conflict") || !verschilt(item)) return;
  meld(item, "…");
  let gestuurd;
  wachtrij.zet(item.dataset.item, {
    verstuur: () => {
      gestuurd = stand(item);
      const url = formulier.dataset.wijzer.replace(/%7Bitem%7D|\{item\}/, item.dataset.item);
      return vraag("PUT", url, { ...gestuurd, versie: Number(item.dataset.versie) });
    },
    verwerk: (antwoord) => verwerk(item, gestuurd, antwoord),
  });
}

function verwerk(item, gestuurd, antwoord) {
  // our own change of which the answer got lost comes back as a conflict with ourselves
  if (antwoord.ok || (antwoord.code === "conflict" && zelfde(antwoord, gestuurd))) {
    neemOver(item, antwoord);
    meld(item, "✓");
    opslag.dispatchEvent(new CustomEvent("opgeslagen", { detail: { antwoord } }));
    if (verschilt(item)) bewaar(item);
  } else if (antwoord.code === "conflict") toonConflict(item, antwoord);
  else {
    meld(item, antwoord.fout ?? `Niet bewaard (fout ${antwoord.status}).`, "fout");
    opslag.dispatchEvent(new Event("veranderd"));
  }
}

function neemOver(item, { oordeel, opmerking, versie }) {
  bewaard.set(item, { oordeel, opmerking });
  item.dataset.versie = versie;
}

function toonConflict(item, antwoord) {
  meld(item, "", "conflict");
  const melding = document.getElementById("wijzer-conflict").content.firstElementChild.cloneNode(true);
  melding.querySelector("[data-wie]").textContent = `${antwoord.door} veranderde dit om ${antwoord.op}. Wat jij invulde, is nog niet bewaard.`;
  const oordeel = item.dataset.item === "afspraken" ? [] : [OORDEELWOORD[antwoord.oordeel]];
  melding.querySelector("[data-hun]").textContent = [...oordeel, antwoord.opmerking].filter(Boolean).join(" · ") || "(leeg)";
  melding.querySelector('[data-keuze="hun"]').textContent = `Die van ${antwoord.door} houden`;
  melding.addEventListener("click", ({ target }) => {
    const keuze = target.closest("[data-keuze]")?.dataset.keuze;
    if (!keuze) return;
    melding.remove();
    neemOver(item, antwoord);
    if (keuze === "hun") {
      zetOordeel(item, antwoord.oordeel);
      veldVan(item).value = antwoord.opmerking;
      groei(veldVan(item));
      meld(item, "✓");
    } else bewaar(item);
    opslag.dispatchEvent(new Event("veranderd"));
    veldVan(item).focus();
  });
  item.append(melding);
  opslag.dispatchEvent(new Event("conflict"));
}

formulier.addEventListener("click", ({ target }) => {
  const knop = target.closest("[data-oordeel]");
  if (!knop) return;
  const item = knop.closest("[data-item]");
  zetOordeel(item, oordeelVan(item) === knop.dataset.oordeel ? "" : knop.dataset.oordeel);
  bewaar(item);
});
formulier.addEventListener("input", ({ target }) => {
  const item = target.closest("[data-item]");
  groei(target);
  clearTimeout(wekkers.get(item));
  wekkers.set(item, setTimeout(() => bewaar(item), PAUZE_MS));
});
formulier.addEventListener("focusout", ({ target }) => {
  if (target.matches("textarea")) bewaar(target.closest("[data-item]"));
});
formulier.addEventListener("submit", (gebeurtenis) => gebeurtenis.preventDefault());

for (const item of items()) {
  bewaard.set(item, stand(item));
  groei(veldVan(item));
}
volgStatus(wachtrij, opslag);
bewaakVertrek(wachtrij, opslag, { volledig: false });
