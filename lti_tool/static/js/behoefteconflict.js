/** Two people on one need: the second sees what the first made of it, and chooses. */

/**
 * @param antwoord the server's need, with who changed it (`door`) and when (`op`)
 * @returns {Promise<"hun"|"mijn"|"beide">}
 */
export function kiesVersie(antwoord, mijnZin) {
  const dialoog = document.getElementById("behoefteconflict");
  const vind = (kiezer) => dialoog.querySelector(kiezer);
  vind("[data-uitleg]").textContent = `${antwoord.door} veranderde deze behoefte om ${antwoord.op}, terwijl jij eraan werkte. Wat moet er staan?`;
  vind("[data-kop-hun]").textContent = `Van ${antwoord.door}`;
  vind("[data-hun]").textContent = antwoord.zin || "(leeg)";
  vind("[data-mijn]").textContent = mijnZin || "(leeg)";
  vind("[data-keuze=hun]").textContent = `Die van ${antwoord.door} houden`;
  dialoog.showModal();
  vind("h2").focus();
  return new Promise((klaar) => {
    let keuze = "";
    const kies = ({ target }) => {
      keuze = target.closest("[data-keuze]")?.dataset.keuze ?? "";
      if (keuze) dialoog.close();
    };
    const dicht = () => {
      // Escape is no choice: nothing of either may get lost
      if (!keuze) return dialoog.showModal();
      dialoog.removeEventListener("click", kies);
      dialoog.removeEventListener("close", dicht);
      return klaar(keuze);
    };
    dialoog.addEventListener("click", kies);
    dialoog.addEventListener("close", dicht);
  });
}
