/** Choosing a help sentence: click, or type and press Enter. Searching goes over all categories. */

const kaal = (tekst) => tekst.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

/** Does every typed word begin a word of the sentence? The same rule as hgw.hulpzinnen.zoek. */
function past(knop, gezocht) {
  const woorden = knop.dataset.zoek.split(" ");
  return gezocht.every((deel) => woorden.some((woord) => woord.startsWith(deel)));
}

export function bedienHulpzinnen(gebied, gekozen) {
  const lijst = gebied.querySelector("[data-hulpzinnen]");
  const zoekveld = gebied.querySelector("[data-zoekveld]");
  const zelf = gebied.querySelector("[data-zelf]");
  const categorie = gebied.querySelector("[data-zelf-categorie]");
  const stand = gebied.querySelector("[data-zoekstand]");
  const knoppen = [...lijst.querySelectorAll("[data-zin]")];
  const groepen = [...lijst.querySelectorAll("[data-groep]")];
  let filter = () => true;

  const zichtbaar = () => knoppen.filter((knop) => !knop.closest("[hidden]") && !knop.closest("details:not([open])"));

  function vink() {
    for (const knop of knoppen) knop.setAttribute("aria-pressed", String(gekozen.heeft(knop.dataset.zin)));
  }

  function wissel(knop) {
    const { zin, categorie: bij } = knop.dataset;
    if (gekozen.heeft(zin)) gekozen.laatGaan(zin);
    else gekozen.kies({ categorie: bij, sleutel: zin, tekst: knop.textContent });
  }

  function zoek() {
    const gezocht = kaal(zoekveld.value).split(" ").filter(Boolean);
    const actief = gezocht.length > 0 || filter.actief;
    const gevonden = new Set();
    for (const knop of knoppen) {
      const goed = past(knop, gezocht) && filter(knop);
      knop.parentElement.hidden = !goed;
      if (goed) gevonden.add(knop.dataset.zin);
    }
    for (const groep of groepen) {
      groep.hidden = !groep.querySelector("li:not([hidden])");
      groep.open = actief && !groep.hidden;
    }
    const passend = lijst.querySelector("[data-passend]");
    if (passend) passend.hidden = !passend.querySelector("li:not([hidden])");
    zelf.hidden = !gezocht.length;
    const tekst = kaal(zoekveld.value);
    const bij = [...categorie.options].find((optie) => tekst.startsWith(kaal(optie.dataset.begin)));
    if (bij) categorie.value = bij.value;
    stand.textContent = !actief ? "" : gevonden.size === 1 ? "1 zin" : `${gevonden.size} zinnen`;
  }

  function voegZelfToe() {
    const tekst = zoekveld.value.trim();
    if (!tekst) return;
    gekozen.kies({ categorie: categorie.value, sleutel: "", tekst });
    wis();
  }

  function wis() {
    zoekveld.value = "";
    zoek();
    zoekveld.focus();
  }

  gekozen.addEventListener("veranderd", vink);
  vink();
  lijst.addEventListener("click", ({ target }) => {
    const knop = target.closest("[data-zin]");
    if (knop) wissel(knop);
  });
  zoekveld.addEventListener("input", zoek);
  zoekveld.addEventListener("keydown", (gebeurtenis) => {
    const { key } = gebeurtenis;
    const eerste = zoekveld.value.trim() ? zichtbaar().find((knop) => knop.getAttribute("aria-pressed") === "false") : null;
    if (gebeurtenis.isComposing || gebeurtenis.ctrlKey || gebeurtenis.metaKey) return;
    if (key === "Enter" && eerste) {
      wissel(eerste);
      wis();
    } else if (key === "Enter" && zoekveld.value.trim()) gebied.querySelector("[data-zelf-knop]").focus();
    else if (key === "ArrowDown") zichtbaar()[0]?.focus();
    else if (key === "Escape") wis();
    else return;
    gebeurtenis.preventDefault();
  });
  lijst.addEventListener("keydown", (gebeurtenis) => {
    const rij = zichtbaar();
    const hier = rij.indexOf(gebeurtenis.target);
    if (hier < 0) return;
    if (gebeurtenis.key === "ArrowDown") rij[Math.min(hier + 1, rij.length - 1)].focus();
    else if (gebeurtenis.key === "ArrowUp") (rij[hier - 1] ?? zoekveld).focus();
    else return;
    gebeurtenis.preventDefault();
  });
  gebied.querySelector("[data-zelf-knop]").addEventListener("click", voegZelfToe);
  gebied.querySelector(".filters")?.addEventListener("click", ({ target }) => {
    const knop = target.closest("button");
    if (!knop) return;
    const aan = knop.getAttribute("aria-pressed") !== "true";
    for (const ander of knop.parentElement.children) ander.setAttribute("aria-pressed", String(ander === knop && aan));
    const { filterBasis: basis, filterCategorie: soort } = knop.dataset;
    filter = (zin) => !aan || (basis ? zin.dataset.basis === basis : soort.split(" ").includes(zin.dataset.categorie));
    filter.actief = aan;
    zoek();
  });
}
