/** Columns move in place, with their buttons or Alt and an arrow, and the focus stays where it was. */
import { toonBericht, wisBericht } from "./berichten.js";

const stand = document.querySelector("[data-kolommen-stand]");
// one at a time: the server counts places from what it last heard
let rij = Promise.resolve();

document.addEventListener("submit", (gebeurtenis) => {
  const formulier = gebeurtenis.target.closest("[data-verplaats]");
  if (!formulier) return;
  gebeurtenis.preventDefault();
  verplaats(formulier, gebeurtenis.submitter.value);
});

document.addEventListener("keydown", (gebeurtenis) => {
  const richting = { ArrowUp: "eerder", ArrowDown: "later" }[gebeurtenis.key];
  const formulier = gebeurtenis.target.closest("li")?.querySelector("[data-verplaats]");
  if (!gebeurtenis.altKey || !richting || !formulier) return;
  gebeurtenis.preventDefault();
  verplaats(formulier, richting);
});

function verplaats(formulier, richting) {
  rij = rij.then(async () => {
    const regel = formulier.closest("li");
    const buur = richting === "eerder" ? regel.previousElementSibling : regel.nextElementSibling;
    if (!buur || !(await bewaar(formulier, richting))) return;
    const gericht = document.activeElement;
    buur[richting === "eerder" ? "before" : "after"](regel);
    // the button that was used may be hidden at the end of the list
    if (regel.contains(gericht)) gericht.focus();
    if (!regel.contains(document.activeElement)) regel.querySelector("a").focus();
    const alle = [...regel.parentElement.children];
    stand.textContent = `${regel.dataset.naam} staat nu op plaats ${alle.indexOf(regel) + 1} van ${alle.length}.`;
  });
}

async function bewaar(formulier, richting) {
  const inhoud = new FormData(formulier);
  inhoud.set("richting", richting);
  try {
    const antwoord = await fetch(formulier.action, {
      method: "POST",
      body: inhoud,
      headers: { Accept: "application/json" },
      credentials: "same-origin",
    });
    const gegevens = await antwoord.json();
    if (antwoord.ok && gegevens.verplaatst) wisBericht("kolommen");
    else toonBericht("kolommen", { soort: "let-op", tekst: gegevens.fout ?? "De kolommen zijn intussen gewijzigd. Laad de pagina opnieuw." });
    return antwoord.ok && gegevens.verplaatst;
  } catch {
    toonBericht("kolommen", { soort: "let-op", tekst: "De server is nu niet te bereiken. De volgorde is niet bewaard." });
    return false;
  }
}
