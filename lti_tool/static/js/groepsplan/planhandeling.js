/** What the buttons and keys of the plan do: rows, goals, head, fixing. Everything has a way back. */
import { vraag } from "../api.js";
import { toonBericht, wisBericht } from "../berichten.js";
import { doelVan } from "./planveld.js";

export function bedienHandelingen(gebied, { opslag, wachtrij, blad, basis }) {
  async function doe(methode, pad, inhoud, onderwerp = "plan") {
    await wachtrij.leeg(3000);
    const antwoord = await vraag(methode, `${basis}${pad}`, inhoud);
    if (antwoord.ok) wisBericht(onderwerp);
    else toonBericht(onderwerp, { soort: "let-op", tekst: antwoord.fout ?? "Dat lukte niet. Probeer het nog eens." });
    await blad.herteken();
    return antwoord;
  }

  function ongedaan(tekst, methode, pad, inhoud) {
    toonBericht("plan", { soort: "goed", tekst, knop: { tekst: "Ongedaan maken", actie: () => doe(methode, pad, inhoud) } });
  }

  const resten = (aantal) => (aantal ? ` Er ${aantal === 1 ? "hangt 1 resultaat" : `hangen ${aantal} resultaten`} aan; die blijven bewaard.` : "");

  async function rijWeg(rij) {
    const antwoord = await doe("DELETE", `/rij/${rij.dataset.rij}`);
    if (antwoord.ok) ongedaan(`Rij “${rij.dataset.naam}” is weggehaald.${resten(antwoord.resultaten)}`, "PUT", `/rij/${rij.dataset.rij}/terug`);
  }

  async function doelWeg(doel) {
    const antwoord = await doe("DELETE", `/doel/${doel.dataset.doel}`);
    if (antwoord.ok) ongedaan(`Het doel is weggehaald.${resten(antwoord.resultaten)}`, "PUT", `/doel/${doel.dataset.doel}/terug`);
  }

  async function nietAanvullen(rij) {
    const antwoord = await doe("DELETE", `/rij/${rij.dataset.rij}/aanvulling`);
    if (antwoord.ok) ongedaan("Dit wordt niet meer aangeboden.", "PUT", `/rij/${rij.dataset.rij}/aanvulling/terug`, { merken: antwoord.merken });
  }

  async function nieuweRij(knop) {
    const leerling = knop.dataset.id === undefined;
    const id = Number(leerling ? gebied.querySelector("#rij-leerling").value : knop.dataset.id);
    const domein = leerling ? gebied.querySelector("#rij-domein").value : knop.dataset.domein;
    const antwoord = await doe("POST", "/rij", { soort: knop.dataset.nieuweRij, id, domein });
    if (antwoord.ok) document.getElementById(`rij-${antwoord.id}`)?.querySelector("textarea")?.focus();
  }

  async function plek(pad, element, richting) {
    await doe("PUT", `${pad}/plek`, { richting: Number(richting) });
    document.getElementById(element)?.querySelector(`[data-rij-plek="${richting}"], textarea`)?.focus();
  }

  const planversie = () => Number(gebied.querySelector("[data-kop]").dataset.versie);

  async function neemKolommenOver() {
    const antwoord = await doe("PUT", "/kolommen", { versie: planversie() });
    if (antwoord.ok) ongedaan("Het plan heeft nu de kolommen van de school.", "PUT", "/kolommen/terug", { versie: antwoord.versie });
  }

  async function zetKolommenTerug() {
    const antwoord = await doe("PUT", "/kolommen/terug", { versie: planversie() });
    if (antwoord.ok) toonBericht("plan", { soort: "goed", tekst: "De vorige kolommen staan weer in het plan." });
  }

  async function vaststellen() {
    const antwoord = await doe("PUT", "/vastgesteld");
    if (antwoord.ok) ongedaan("Het plan is vastgesteld. Wat je nu wijzigt, krijgt een teken met wie en wanneer.", "DELETE", "/vastgesteld");
  }

  async function concept() {
    const antwoord = await doe("DELETE", "/vastgesteld");
    if (antwoord.ok) {
      const tekst = antwoord.ongedaan ? "Het plan is weer een concept." : "Het plan is weer een concept. De vastgestelde versie blijft te lezen.";
      toonBericht("plan", { soort: "goed", tekst });
    }
  }

  gebied.addEventListener("click", ({ target }) => {
    const knop = target.closest("button");
    if (!knop) return;
    const rij = knop.closest("[data-rij]");
    const doel = knop.closest("[data-doel]");
    const d = knop.dataset;
    if ("rijWeg" in d) rijWeg(rij);
    else if ("rijPlek" in d) plek(`/rij/${rij.dataset.rij}`, rij.id, d.rijPlek);
    else if ("doelWeg" in d) doelWeg(doel);
    else if ("doelPlek" in d) plek(`/doel/${doel.dataset.doel}`, doel.id, d.doelPlek);
    else if ("aanvullen" in d) doe("PUT", `/rij/${rij.dataset.rij}/aanvulling`);
    else if ("nietAanvullen" in d) nietAanvullen(rij);
    else if ("nieuweRij" in d) nieuweRij(knop);
    else if ("kolommen" in d) neemKolommenOver();
    else if ("kolommenTerug" in d) zetKolommenTerug();
    else if ("vaststellen" in d) vaststellen();
    else if ("concept" in d) concept();
  });

  gebied.addEventListener("change", async ({ target }) => {
    if (!target.matches("[data-kopveld]")) return;
    const kop = gebied.querySelector("[data-kop]");
    const velden = Object.fromEntries([...gebied.querySelectorAll("[data-kopveld]")].map((veld) => [veld.dataset.kopveld, veld.value]));
    const inhoud = { halverwege: "", differentiatie: "convergent", ...velden, versie: Number(kop.dataset.versie) };
    await doe("PUT", "/kop", inhoud, "plankop");
  });

  gebied.addEventListener("keydown", (gebeurtenis) => {
    const { key, target, ctrlKey, metaKey, altKey } = gebeurtenis;
    if (gebeurtenis.isComposing || !target.matches("textarea, input")) return;
    if (key === "Enter" && (ctrlKey || metaKey)) blad.naarLeeg(target);
    else if (key === "Enter" && target.matches("[data-nieuw-doel], input[data-doelveld]")) opslag.bewaar(target);
    else if (key === "Escape" && target.matches("[data-veld], [data-doelveld]")) target.value = target.defaultValue;
    else if (altKey && doelVan(target) && (key === "ArrowUp" || key === "ArrowDown")) {
      plek(`/doel/${doelVan(target).dataset.doel}`, doelVan(target).id, key === "ArrowUp" ? "-1" : "1");
    } else return;
    gebeurtenis.preventDefault();
  });

  document.addEventListener("click", ({ target }) => {
    if (target.closest("[data-druk]")) print();
  });
}
