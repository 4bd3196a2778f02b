/** Parts of a page that save by themselves, each over its own version. Two people on one part are told of each other. */
import { vraag } from "./api.js";
import { toonBericht } from "./berichten.js";
import { volgStatus } from "./status.js";
import { bewaakVertrek } from "./vertrek.js";
import { Wachtrij } from "./wachtrij.js";

const PAUZE_MS = 1200;
const VERLOPEN = "Je bezoek is verlopen. Wat nog niet bewaard was, staat hier nog. Kopieer het, open Groepswijzer opnieuw vanuit de leeromgeving en plak het terug.";

/** A text that grows with what is typed in it. */
export function groei(veld) {
  if (!(veld instanceof HTMLTextAreaElement)) return;
  veld.style.height = "auto";
  veld.style.height = `${veld.scrollHeight + 2}px`;
}

/**
 * @param items elements with data-versie and a [data-stand] in them; the page has macros/itemconflict.html once
 * @param stand,zet (item) => {field: value} as it is sent; (item, that) => shows it
 * @param adres (item) => where it is saved
 * @param inWoorden (values) => what somebody else filled in, to read
 * @param bezwaar (values) => why it isn't sent yet; "" when it is complete
 * @param bewaardTekst said when it is saved
 * @param overgenomen (item, values) => after the server has it
 * @returns {{bewaar: (item) => void, wachtrij: Wachtrij}}
 */
export function bewaarItems(items, { stand, zet, adres, inWoorden, bezwaar = () => "", bewaardTekst = "✓", overgenomen = () => {} }) {
  const wachtrij = new Wachtrij();
  const opslag = Object.assign(new EventTarget(), { onbewaard: () => items.filter(verschilt) });
  const bewaard = new Map(items.map((item) => [item, stand(item)]));
  const wekkers = new Map();
  const zelfde = (een, ander) => Object.keys(een).every((naam) => een[naam] === ander[naam]);
  const velden = (item) => [...item.querySelectorAll("textarea, input")];

  function verschilt(item) {
    return !zelfde(stand(item), bewaard.get(item));
  }

  function meld(item, tekst, toestand = "") {
    const plek = item.querySelector("[data-stand]");
    plek.textContent = tekst;
    plek.classList.toggle("veld-fout", toestand === "fout");
    if (toestand) item.dataset.toestand = toestand;
    else delete item.dataset.toestand;
  }

  function bewaar(item) {
    clearTimeout(wekkers.get(item));
    if (item.querySelector("[data-itemconflict]") || !verschilt(item)) return;
    const waarom = bezwaar(stand(item));
    if (waarom) {
      meld(item, waarom);
      return;
    }
    meld(item, "…");
    let gestuurd;
    wachtrij.zet(item, {
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
      meld(item, bewaardTekst);
      opslag.dispatchEvent(new CustomEvent("opgeslagen", { detail: { antwoord } }));
      if (verschilt(item)) bewaar(item);
    } else if (antwoord.code === "conflict") toonConflict(item, antwoord);
    else {
      meld(item, antwoord.fout ?? `Niet bewaard (fout ${antwoord.status}). Probeer het nog eens.`, "fout");
      opslag.dispatchEvent(new Event("veranderd"));
    }
  }

  function neemOver(item, waarden, { versie }) {
    bewaard.set(item, waarden);
    item.dataset.versie = versie;
    overgenomen(item, waarden);
  }

  function toonConflict(item, antwoord) {
    const hun = Object.fromEntries(Object.keys(stand(item)).map((naam) => [naam, antwoord[naam]]));
    meld(item, "", "conflict");
    const melding = document.getElementById("itemconflict").content.firstElementChild.cloneNode(true);
    melding.querySelector("[data-wie]").textContent = `${antwoord.door} veranderde dit om ${antwoord.op}. Wat jij invulde, is nog niet bewaard.`;
    melding.querySelector("[data-hun]").textContent = inWoorden(hun, item) || "(leeg)";
    melding.querySelector('[data-keuze="hun"]').textContent = `Die van ${antwoord.door} houden`;
    melding.addEventListener("click", ({ target }) => {
      const keuze = target.closest("[data-keuze]")?.dataset.keuze;
      if (!keuze) return;
      melding.remove();
      neemOver(item, hun, antwoord);
      if (keuze === "hun") {
        zet(item, hun);
        velden(item).forEach(groei);
        meld(item, "✓");
      } else bewaar(item);
      opslag.dispatchEvent(new Event("veranderd"));
      velden(item)[0].focus();
    });
    item.append(melding);
    opslag.dispatchEvent(new Event("conflict"));
  }

  for (const item of items) {
    velden(item).forEach(groei);
    item.addEventListener("input", ({ target }) => {
      groei(target);
      clearTimeout(wekkers.get(item));
      wekkers.set(item, setTimeout(() => bewaar(item), target.type === "radio" ? 0 : PAUZE_MS));
    });
    item.addEventListener("focusout", ({ target }) => {
      if (target.matches("textarea, input")) bewaar(item);
    });
  }
  if (items.length) {
    volgStatus(wachtrij, opslag);
    bewaakVertrek(wachtrij, opslag, { volledig: false });
    wachtrij.addEventListener("sessie", () => {
      if (opslag.onbewaard().length) toonBericht("sessie", { soort: "let-op", tekst: VERLOPEN });
    });
  }
  return { bewaar, wachtrij };
}
