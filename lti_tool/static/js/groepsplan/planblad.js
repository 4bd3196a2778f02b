/** The sheet on the page: fetched anew when rows or goals changed, with what is typed and the cursor where they were. */
import { haalFragment } from "../api.js";
import { groei, houder, velden, verschilt } from "./planveld.js";

export function bedienBlad(gebied, opslag, url) {
  gebied.addEventListener("input", ({ target }) => groei(target));
  velden(gebied).forEach(groei);
  let bezig = null;
  let nogEens = false;

  /** @returns {Promise<boolean>} whether the sheet is fresh now */
  async function herteken() {
    if (bezig) {
      nogEens = true;
      return bezig;
    }
    bezig = haal();
    const gelukt = await bezig;
    bezig = null;
    if (!nogEens) return gelukt;
    nogEens = false;
    return herteken();
  }

  async function haal() {
    const html = await haalFragment(url);
    if (html === null) return false;
    const getypt = velden(gebied).filter((veld) => verschilt(veld) || opslag.bezig(veld))
      .map((veld) => ({ oud: veld, id: veld.id, waarde: veld.value, basis: veld.defaultValue, versie: houder(veld).dataset.versie }));
    const actief = document.activeElement;
    const [id, van, tot] = [actief.id, actief.selectionStart, actief.selectionEnd];
    const open = [...gebied.querySelectorAll("details[open]")].map((d) => wijzer(d)).filter(Boolean);
    const nieuw = document.createElement("template");
    nieuw.innerHTML = html;
    gebied.replaceChildren(nieuw.content);
    for (const { oud, id: plek, waarde, basis, versie } of getypt) {
      const veld = document.getElementById(plek);
      // the column, row or goal is gone: what was typed in it is saved all the same, or told
      if (!veld) opslag.bewaar(oud);
      if (!veld) continue;
      veld.value = waarde;
      // somebody else's words under ours are found out when ours are saved
      if (Number(houder(veld).dataset.versie) > Number(versie)) {
        houder(veld).dataset.versie = versie;
        veld.defaultValue = basis;
      }
    }
    for (const kiezer of open) gebied.querySelector(kiezer)?.setAttribute("open", "");
    velden(gebied).forEach(groei);
    const terug = id && gebied.querySelector(`#${CSS.escape(id)}`);
    if (terug) {
      terug.focus({ preventScroll: true });
      if (terug.matches("textarea")) terug.setSelectionRange(van, tot);
    }
    return true;
  }

  opslag.addEventListener("herteken", async ({ detail }) => {
    await herteken();
    const doel = document.getElementById(`d${detail.naarDoel}-maat`);
    // who pressed on to another field stays there
    if (doel && (document.activeElement === document.body || document.activeElement.matches("[data-nieuw-doel]"))) doel.focus();
  });

  /** To the next field of a row that is still empty, after `vanaf` (null: from the top). */
  function naarLeeg(vanaf) {
    const alle = velden(gebied).filter((veld) => veld.matches("[data-veld]"));
    const rest = alle.slice(vanaf ? alle.findIndex((veld) => vanaf.compareDocumentPosition(veld) & Node.DOCUMENT_POSITION_FOLLOWING) : 0);
    const leeg = (reeks) => reeks.find((veld) => !veld.value.trim() && veld.closest(".planrij:not(.basis)"));
    const veld = leeg(rest) ?? leeg(alle);
    veld?.focus();
    veld?.scrollIntoView({ block: "nearest" });
  }

  return { herteken, naarLeeg };
}

/** How to find an opened part again. */
function wijzer(details) {
  const doel = details.closest("[data-doel]");
  if (doel) return `#${doel.id} ${details.matches(".smart") ? ".smart" : ".bronnen"}`;
  return [".planadvies", ".plankolommen", ".planresten"].find((kiezer) => details.matches(kiezer)) ?? "";
}
