/** Two people in one field of the plan: the second sees both texts, and chooses. */
import { voegSamen } from "./samenvoegen.js";

/**
 * @param delen the fields that are saved together; `stand(deel)`: what stands there on the server
 * @returns {Promise<{soort: "hun"|"mijn"|"beide", waarden: object}>} with the texts to save, by field id
 */
export function kiesPlanversie(antwoord, delen, stand) {
  const dialoog = document.getElementById("planconflict");
  const vind = (kiezer) => dialoog.querySelector(kiezer);
  const mijn = Object.fromEntries(delen.map((deel) => [deel.id, deel.value]));
  const basis = Object.fromEntries(delen.map((deel) => [deel.id, deel.defaultValue]));
  const samen = (geef) => delen.map(geef).filter(Boolean).join(" · ") || "(leeg)";
  vind("[data-uitleg]").textContent = `${antwoord.door} veranderde dit om ${antwoord.op}, terwijl jij erin werkte. Wat moet er staan?`;
  vind("[data-kop-hun]").textContent = `Van ${antwoord.door}`;
  vind("[data-hun]").textContent = samen(stand);
  vind("[data-mijn]").textContent = samen((deel) => deel.value);
  vind("[data-keuze=hun]").textContent = `Die van ${antwoord.door} houden`;
  // of a goal only the words can be joined: two dates can't
  vind("[data-keuze=beide]").hidden = delen.length > 1;
  dialoog.showModal();
  vind("h2").focus();
  return new Promise((klaar) => {
    let soort = "";
    const kies = ({ target }) => {
      soort = target.closest("[data-keuze]")?.dataset.keuze ?? "";
      if (soort) dialoog.close();
    };
    const dicht = () => {
      // Escape is no choice: nothing of either may get lost
      if (!soort) return dialoog.showModal();
      dialoog.removeEventListener("click", kies);
      dialoog.removeEventListener("close", dicht);
      const waarden = soort === "beide"
        ? Object.fromEntries(delen.map((deel) => [deel.id, voegSamen(basis[deel.id], stand(deel), mijn[deel.id])]))
        : mijn;
      return klaar({ soort, waarden });
    };
    dialoog.addEventListener("click", kies);
    dialoog.addEventListener("close", dicht);
  });
}
