/** The window of templates/macros/tweeversies.html: the second of two people sees both texts, and chooses. */

/**
 * @param antwoord the server's answer, with who changed it (`door`) and when (`op`)
 * @param wat what was changed, in words; hun, mijn: both texts; samen: may they be joined
 * @returns {Promise<"hun"|"mijn"|"beide">}
 */
export function kiesVersie(dialoog, { antwoord, wat, hun, mijn, samen = true }) {
  const vind = (kiezer) => dialoog.querySelector(kiezer);
  vind("[data-uitleg]").textContent = `${antwoord.door} veranderde ${wat} om ${antwoord.op}, terwijl jij eraan werkte. Wat moet er staan?`;
  vind("[data-kop-hun]").textContent = `Van ${antwoord.door}`;
  vind("[data-hun]").textContent = hun || "(leeg)";
  vind("[data-mijn]").textContent = mijn || "(leeg)";
  vind("[data-keuze=hun]").textContent = `Die van ${antwoord.door} houden`;
  vind("[data-keuze=beide]").hidden = !samen;
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
