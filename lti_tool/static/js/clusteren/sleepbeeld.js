/** What is seen of a drag: a copy of the card that follows the pointer, and a page that scrolls at its edges. */

const RAND_PX = 64;
const SNELST = 0.9; // pixels in a millisecond
const ONDERWEG_PX = 12;

/** How fast to scroll at `plaats` on a line from `begin` to `eind`: negative is back, 0 in between. */
function vaart(plaats, begin, eind) {
  const diepte = Math.max(begin + RAND_PX - plaats, plaats - (eind - RAND_PX), 0);
  const terug = plaats - begin < eind - plaats;
  return (terug ? -1 : 1) * SNELST * Math.min(1, diepte / RAND_PX) ** 2;
}

export class Sleepbeeld {
  #kaart;
  #kopie;
  #begin;
  #punt;
  #wijs;
  #onderweg = false;
  #tijd = performance.now();
  #ronde;

  /**
   * @param kaart {HTMLElement} what is lifted
   * @param punt {{x, y}} where it is held, in the window
   * @param wijs {(punt: {x, y}) => void} told what the pointer is over, also when the page moves under it
   */
  constructor(kaart, { x, y }, wijs) {
    this.#kaart = kaart;
    this.#wijs = wijs;
    this.#kopie = kaart.cloneNode(true);
    for (const naam of ["id", "data-kaart"]) {
      for (const element of [this.#kopie, ...this.#kopie.querySelectorAll(`[${naam}]`)]) element.removeAttribute(naam);
    }
    this.#kopie.classList.add("opgetild");
    this.#kopie.inert = true;
    document.body.append(this.#kopie);
    // the copy is smaller than the card, so that what lies under it stays in sight, and never beside the pointer
    const { left, top } = kaart.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = this.#kopie;
    this.#begin = { x: Math.min(x - left, offsetWidth * 0.8), y: Math.min(y - top, offsetHeight * 0.8), van: { x, y } };
    kaart.classList.add("sleept");
    this.volg({ x, y });
    this.#ronde = requestAnimationFrame((tijd) => this.#loop(tijd));
  }

  volg(punt) {
    this.#punt = punt;
    const { x, y, van } = this.#begin;
    this.#onderweg ||= Math.hypot(punt.x - van.x, punt.y - van.y) > ONDERWEG_PX;
    this.#kopie.style.translate = `${punt.x - x}px ${punt.y - y}px`;
    this.#wijs(punt);
  }

  weg() {
    cancelAnimationFrame(this.#ronde);
    this.#kopie.remove();
    this.#kaart.classList.remove("sleept");
  }

  /** At every picture: a pointer that rests at an edge goes on scrolling. */
  #loop(tijd) {
    const duur = Math.max(0, tijd - this.#tijd);
    this.#tijd = tijd;
    // a card that is lifted at an edge doesn't run off by itself
    if (this.#onderweg) this.#schuif(duur);
    this.#wijs(this.#punt);
    this.#ronde = requestAnimationFrame((later) => this.#loop(later));
  }

  #schuif(duur) {
    const { x, y } = this.#punt;
    window.scrollBy({ top: vaart(y, 0, document.documentElement.clientHeight) * duur, behavior: "instant" });
    const rij = this.#kaart.closest(".kolommen");
    const { left, right } = rij.getBoundingClientRect();
    const breed = document.documentElement.clientWidth;
    rij.scrollBy({ left: vaart(x, Math.max(0, left), Math.min(breed, right)) * duur, behavior: "instant" });
  }
}
