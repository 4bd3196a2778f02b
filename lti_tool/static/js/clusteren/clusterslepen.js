/** Dragging a card to a column with mouse, finger or pen, in one way. A finger holds first: who swipes, scrolls. */
import { houdVast, kaartVan, kolomVan, zeg } from "./clusterbord.js";
import { verplaats } from "./clusteracties.js";
import { Sleepbeeld } from "./sleepbeeld.js";

const VASTHOUDEN_MS = 350;
const BEWEEGT_PX = 6;

const plek = document.querySelector("[data-bordplek]");

/** The column under a point of the window where letting go means something. */
function doelOp(kaart, { x, y }) {
  const kolom = kolomVan(document.elementFromPoint(x, y));
  return kolom && kolom.dataset.waar !== kaart.dataset.waar ? kolom : null;
}

export function bedienSlepen(acties) {
  let greep = null; // a card that is pressed: by which pointer, where, and the timer of a finger
  let beeld = null; // only while it is dragged
  let gesleept = false; // the last press became a drag

  function til() {
    houdVast(true);
    acties.sleept = gesleept = true;
    // whatever lies under it, the end of the drag comes here
    plek.setPointerCapture(greep.pointerId);
    const { kaart } = greep;
    beeld = new Sleepbeeld(kaart, greep, (punt) => {
      const doel = doelOp(kaart, punt);
      for (const kolom of plek.querySelectorAll(".kolom")) kolom.classList.toggle("doel", kolom === doel);
    });
  }

  function stop() {
    clearTimeout(greep?.wekker);
    greep = null;
    if (!beeld) return;
    beeld.weg();
    beeld = null;
    acties.sleept = false;
    for (const kolom of plek.querySelectorAll(".kolom.doel")) kolom.classList.remove("doel");
    houdVast(false);
  }

  plek.addEventListener("pointerdown", (gebeurtenis) => {
    stop(); // a second finger: no drag after all
    gesleept = false;
    const { target, isPrimary, button, pointerType, pointerId, clientX: x, clientY: y } = gebeurtenis;
    const kaart = kaartVan(target);
    if (!kaart || !isPrimary || button !== 0 || target.closest("a, select")) return;
    greep = { kaart, pointerId, x, y, wekker: pointerType === "mouse" ? 0 : setTimeout(til, VASTHOUDEN_MS) };
  });

  document.addEventListener("pointermove", ({ pointerId, clientX: x, clientY: y }) => {
    if (pointerId !== greep?.pointerId) return;
    if (!beeld && Math.hypot(x - greep.x, y - greep.y) > BEWEEGT_PX) {
      if (greep.wekker) return stop();
      til();
    }
    beeld?.volg({ x, y });
  });

  document.addEventListener("pointerup", ({ pointerId, clientX: x, clientY: y }) => {
    if (pointerId !== greep?.pointerId) return;
    const { kaart } = greep.kaart.dataset;
    const naar = beeld && doelOp(greep.kaart, { x, y })?.dataset.waar;
    stop();
    if (typeof naar === "string") verplaats(acties, kaart, naar);
  });

  document.addEventListener("pointercancel", ({ pointerId }) => { if (pointerId === greep?.pointerId) stop(); });
  document.addEventListener("keydown", (gebeurtenis) => {
    if (gebeurtenis.key !== "Escape" || !beeld) return;
    gebeurtenis.preventDefault();
    stop();
    zeg("Niet verplaatst.");
  });

  // a drag that began on the name was no press of that button; keys (detail 0) are
  plek.addEventListener("click", (gebeurtenis) => {
    if (gesleept && gebeurtenis.detail) gebeurtenis.stopImmediatePropagation();
  }, { capture: true });

  // a held card doesn't scroll the page, opens no menu of the browser, and its letting go is no tap
  const houdTegen = (gebeurtenis) => { if (beeld && gebeurtenis.cancelable) gebeurtenis.preventDefault(); };
  plek.addEventListener("touchmove", houdTegen, { passive: false });
  plek.addEventListener("touchend", houdTegen);
  plek.addEventListener("contextmenu", (gebeurtenis) => { if (greep?.wekker) gebeurtenis.preventDefault(); });
}
