/** Fetches a file in the page, so that making it shows, and a refusal is told here rather than on a page of its own. */

const WACHTTIJD_MS = 120_000;
// shorter than this nobody wonders whether anything happens
const TOON_NA_MS = 300;

for (const formulier of document.querySelectorAll("[data-uitvoer]")) bedien(formulier);

function bedien(formulier) {
  const stand = formulier.querySelector("[data-uitvoer-stand]");
  let bezig = false;

  formulier.addEventListener("submit", async (gebeurtenis) => {
    gebeurtenis.preventDefault();
    if (bezig) return;
    bezig = true;
    const knop = gebeurtenis.submitter;
    const naam = knop.querySelector("b").textContent.split(" ")[0];
    knop.setAttribute("aria-disabled", "true");
    toon(stand, "");
    const wekker = setTimeout(() => toon(stand, `${naam} wordt gemaakt…`, document.createElement("progress")), TOON_NA_MS);
    const melding = await haal(formulier.action, new URLSearchParams(new FormData(formulier, knop)));
    clearTimeout(wekker);
    knop.removeAttribute("aria-disabled");
    bezig = false;
    toon(stand, melding);
  });
}

/** @returns {Promise<string>} what to tell: the file is there, or why it isn't */
async function haal(adres, keuzes) {
  try {
    const antwoord = await fetch(`${adres}?${keuzes}`, {
      headers: { Accept: "application/json" },
      credentials: "same-origin",
      signal: AbortSignal.timeout(WACHTTIJD_MS),
    });
    if (!antwoord.ok) return `Niet gelukt: ${(await antwoord.json()).fout}`;
    const naam = bestandsnaam(antwoord.headers.get("Content-Disposition"));
    bewaar(await antwoord.blob(), naam);
    return `${naam} staat bij je downloads.`;
  } catch {
    return "Niet gelukt: de server is nu niet te bereiken. Probeer het zo nog eens.";
  }
}

function bestandsnaam(kop) {
  const vreemd = /filename\*=UTF-8''([^;]+)/i.exec(kop);
  if (vreemd) return decodeURIComponent(vreemd[1]);
  return /filename="?([^";]+)"?/i.exec(kop)[1];
}

function bewaar(inhoud, naam) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(inhoud);
  link.download = naam;
  link.click();
  // the browser reads the file after the click
  setTimeout(() => URL.revokeObjectURL(link.href), WACHTTIJD_MS);
}

function toon(stand, tekst, voortgang) {
  stand.replaceChildren(tekst, ...(voortgang ? [voortgang] : []));
  if (voortgang) voortgang.setAttribute("aria-label", tekst);
}
