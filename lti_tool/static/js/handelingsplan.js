/** A plan for one pupil saves by itself, field by field; two people in one field are told of each other. */
import "./afdruk.js";
import { vraag } from "./api.js";
import { bewaarItems } from "./opslag/itemopslag.js";

const GEDULD_MS = 5000;

const formulier = document.querySelector("[data-handelingsplan]");
const items = [...formulier.querySelectorAll("[data-item]")];
const isAkkoord = (item) => "akkoord" in item.dataset;
const veldVan = (item) => item.querySelector("textarea, input");

/** The parents' agreement (how, who, when), or the one text of any other item. */
function lees(item) {
  if (!isAkkoord(item)) return { waarde: veldVan(item).value.trim() };
  const wijze = item.querySelector('[name="wijze"]:checked')?.value ?? "";
  const [naam, op] = ["naam", "akkoord_op"].map((veld) => item.querySelector(`[name="${veld}"]`).value.trim());
  return wijze ? { wijze, naam, akkoord_op: op } : { wijze, naam: "", akkoord_op: "" };
}

function zet(item, inhoud) {
  if (isAkkoord(item)) {
    item.querySelector(`[name="wijze"][value="${inhoud.wijze}"]`).checked = true;
    for (const naam of ["naam", "akkoord_op"]) item.querySelector(`[name="${naam}"]`).value = inhoud[naam];
  } else veldVan(item).value = inhoud.waarde;
}

const { items: opslag, wachtrij } = bewaarItems(items, {
  lees,
  zet,
  adres: (item) => (isAkkoord(item) ? item.dataset.akkoord : formulier.dataset.handelingsplan.replace(/%7Bveld%7D|\{veld\}/, item.dataset.veld)),
  inWoorden: (_, waarden) => Object.values(waarden).filter(Boolean).join(" · ") || "(leeg)",
  // who agreed, how and when is one thing
  deelbaar: (item) => !isAkkoord(item),
  bezwaar: ({ wijze, naam, akkoord_op: op }) => (wijze && !(naam && op) ? "Vul in wie akkoord gaf, en wanneer." : ""),
}, (item) => {
  if (!isAkkoord(item.deel) || item.anders) return;
  const { wijze, naam, akkoord_op: op } = item.lees();
  document.querySelector("[data-akkoord-tekst]").textContent = wijze ? `${naam}, ${wijze} op ${op.split("-").reverse().join("-")}.` : "Ouders hebben nog geen akkoord gegeven.";
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
    for (const item of opslag.values()) item.bewaar();
    await wachtrij.leeg(GEDULD_MS);
    knop.submit();
  });
}
