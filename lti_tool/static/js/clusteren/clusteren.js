/** The board: pupils are moved with mouse, finger, pen or keys; every change can be undone. */
import { Acties } from "./clusteracties.js";
import { bedienDialogen } from "../dialogen.js";
import { bedienBorddialogen } from "./clusterdialogen.js";
import { bedienKnoppen } from "./clusterknoppen.js";
import { bedienSlepen } from "./clusterslepen.js";
import { bedienToetsen } from "./clustertoetsen.js";
import { volgBord } from "./clusterlive.js";

const acties = new Acties();
volgBord(acties);
if (acties.mag) {
  bedienDialogen();
  const dialogen = bedienBorddialogen(acties);
  bedienKnoppen(acties, dialogen);
  bedienSlepen(acties);
  bedienToetsen(acties);
}
