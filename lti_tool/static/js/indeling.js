/** A mistake names its line; a click on it goes there in the text. */

const veld = document.querySelector(".indeling-tekst");

for (const punt of document.querySelectorAll("[data-foutoverzicht] li")) {
  const gevonden = /^Regel (\d+)/.exec(punt.textContent);
  if (!gevonden) continue;
  const knop = document.createElement("button");
  knop.type = "button";
  knop.className = "regelknop";
  knop.textContent = gevonden[0];
  knop.addEventListener("click", () => ganaar(Number(gevonden[1])));
  punt.replaceChildren(knop, punt.textContent.slice(gevonden[0].length));
}

function ganaar(nummer) {
  const regels = veld.value.split("\n");
  const begin = regels.slice(0, nummer - 1).join("\n").length + (nummer > 1 ? 1 : 0);
  veld.focus();
  veld.setSelectionRange(begin, begin + regels[nummer - 1].length);
  const hoogte = parseFloat(getComputedStyle(veld).lineHeight);
  veld.scrollTop = Math.max(0, (nummer - 4) * hoogte);
}
