/** Two people in one field of the plan: the second sees both texts, and chooses. */
import { voegSamen } from "../opslag/samenvoegen.js";
import { kiesVersie } from "../opslag/tweeversies.js";

/**
 * @param delen the fields that are saved together; `stand(deel)`: what stands there on the server
 * @returns {Promise<{soort: "hun"|"mijn"|"beide", waarden: object}>} with the texts to save, by field id
 */
export async function kiesPlanversie(antwoord, delen, stand) {
  const mijn = Object.fromEntries(delen.map((deel) => [deel.id, deel.value]));
  const basis = Object.fromEntries(delen.map((deel) => [deel.id, deel.defaultValue]));
  const alle = (geef) => delen.map(geef).filter(Boolean).join(" · ");
  const soort = await kiesVersie(document.getElementById("planconflict"), {
    antwoord,
    wat: "dit",
    hun: alle(stand),
    mijn: alle((deel) => deel.value),
    // of a goal only the words can be joined: two dates can't
    samen: delen.length === 1,
  });
  if (soort !== "beide") return { soort, waarden: mijn };
  return { soort, waarden: Object.fromEntries(delen.map((deel) => [deel.id, voegSamen(basis[deel.id], stand(deel), mijn[deel.id])])) };
}
