/** Finding in the table: search a pupil, filter, sort, hide columns. All on the rows that are there; no reload. */
import { vraag } from "../api.js";

const BEWAAR_MS = 800;
const vouw = (tekst) => tekst.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const waarde = (rij, kolom) => rij.querySelector(`[data-kolom="${kolom}"] > :is(input, textarea)`)?.value.trim() ?? "";
const redenen = (rij) => (rij.querySelector("[data-signaal]")?.dataset.signaal ?? "").split(" ").filter(Boolean);

/** @param verberg {(ids: string[]) => void} hides columns of the table */
export function maakVinden(tabel, werkblad, verberg) {
  const paneel = document.querySelector("[data-vinden]");
  if (!paneel) return;
  const zoek = document.querySelector("[data-zoek]");
  const [filter, sorteer] = ["filter", "sorteer"].map((naam) => paneel.querySelector(`[name=${naam}]`));
  const vakjes = [...paneel.querySelectorAll("[name=kolom]")];
  const vorige = paneel.querySelector("[name=vorige]");
  const stand = document.querySelector("[data-vinden-stand]");
  const lijf = tabel.tBodies[0];
  const oorspronkelijk = [...lijf.rows];
  const namen = new Map(oorspronkelijk.map((rij) => [rij, vouw(rij.cells[0].textContent)]));
  const behoeften = [...werkblad.kolommen.values()].filter((kolom) => kolom.blok === "behoeften");
  let wekker;

  const keurt = {
    alles: () => true,
    gesignaleerd: (rij) => redenen(rij).length > 0,
    zonder_behoefte: (rij) => redenen(rij).length > 0 && behoeften.every((kolom) => !waarde(rij, kolom.id)),
    zonder_gegevens: (rij) => [...rij.querySelectorAll("[data-kolom] > :is(input, textarea)")].every((veld) => !veld.value.trim()),
    niet_bekeken: (rij) => rij.dataset.bekeken !== "ja",
  };
  const voldoet = (rij) => {
    const [soort, wat] = filter.value.split(":");
    const gezocht = { reden: redenen(rij), subgroep: (rij.dataset.subgroep ?? "").split(" ") }[soort];
    const past = gezocht ? gezocht.includes(wat) : (keurt[soort] ?? keurt.alles)(rij);
    return past && vouw(zoek.value).split(/\s+/).every((deel) => namen.get(rij).includes(deel));
  };

  function rang(rij, sleutel) {
    if (sleutel === "signaal") return redenen(rij).length || null;
    const kolom = werkblad.kolommen.get(sleutel);
    const tekst = waarde(rij, sleutel);
    if (!kolom || !tekst) return null;
    if (kolom.waarden.length) return kolom.waarden.indexOf(tekst);
    return kolom.numeriek ? Number(tekst.replace("%", "").replace(",", ".")) : vouw(tekst);
  }

  function vergelijk(sleutel, omgekeerd) {
    return (a, b) => {
      const [links, rechts] = [rang(a, sleutel), rang(b, sleutel)];
      // who has nothing there stands at the end, whichever way
      if (links === null || rechts === null) return (links === null) - (rechts === null);
      const verschil = links < rechts ? -1 : Number(links > rechts);
      return omgekeerd ? -verschil : verschil;
    };
  }

  function pasToe() {
    const [sleutel, richting] = sorteer.value.split("|");
    const rijen = sleutel === "naam" ? [...oorspronkelijk] : [...oorspronkelijk].sort(vergelijk(sleutel, richting === "af"));
    if (rijen.some((rij, i) => lijf.rows[i] !== rij)) {
      const actief = document.activeElement;
      lijf.append(...rijen);
      if (tabel.contains(actief)) actief.focus({ preventScroll: true });
    }
    let aantal = 0;
    for (const rij of rijen) {
      // the row that somebody works in stays, whatever it no longer fits
      rij.hidden = !voldoet(rij) && !rij.contains(document.activeElement);
      aantal += !rij.hidden;
    }
    verberg(vakjes.filter((vakje) => !vakje.checked).map((vakje) => vakje.value));
    tabel.classList.toggle("met-vorige", Boolean(vorige?.checked));
    toonStand(aantal);
  }

  function toonStand(aantal) {
    const delen = [];
    if (filter.value !== "alles") delen.push(filter.selectedOptions[0].textContent.trim());
    if (zoek.value.trim()) delen.push(`“${zoek.value.trim()}”`);
    stand.hidden = !delen.length;
    stand.querySelector("span").textContent = `${aantal} van ${oorspronkelijk.length} leerlingen: ${delen.join(", ")}`;
  }

  function bewaar() {
    clearTimeout(wekker);
    wekker = setTimeout(() => vraag("PUT", paneel.dataset.url, {
      filter: filter.value,
      sorteer: sorteer.value,
      verborgen: vakjes.filter((vakje) => !vakje.checked).map((vakje) => vakje.dataset.sleutel),
      vorige: Boolean(vorige?.checked),
    }), BEWAAR_MS);
  }

  function herstel({ filter: f, sorteer: s, verborgen = [], vorige: v }) {
    if (f && [...filter.options].some((optie) => optie.value === f)) filter.value = f;
    if (s && [...sorteer.options].some((optie) => optie.value === s)) sorteer.value = s;
    for (const vakje of vakjes) vakje.checked = !verborgen.includes(vakje.dataset.sleutel);
    if (vorige) vorige.checked = Boolean(v);
  }

  zoek.addEventListener("input", pasToe);
  zoek.addEventListener("keydown", (gebeurtenis) => {
    if (gebeurtenis.key === "Escape" && zoek.value) {
      zoek.value = "";
      pasToe();
    } else if (gebeurtenis.key === "Enter" || gebeurtenis.key === "ArrowDown") {
      gebeurtenis.preventDefault();
      [...lijf.rows].find((rij) => !rij.hidden)?.querySelector("[data-signaal]")?.focus();
    }
  });
  paneel.addEventListener("change", () => {
    pasToe();
    bewaar();
  });
  stand.querySelector("button").addEventListener("click", () => {
    filter.value = "alles";
    zoek.value = "";
    pasToe();
    bewaar();
    zoek.focus();
  });
  herstel(werkblad.voorkeur ?? {});
  pasToe();
}
