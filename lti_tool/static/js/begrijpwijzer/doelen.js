/** The goals: fields that come and go, their order is their priority, and beside each the help with it. */

const VELDEN = ["tekst", "maat", "wanneer"];
let teller = 0;

export class Doelen extends EventTarget {
  #lijst; #sjabloon = document.getElementById("doel"); #mag;

  constructor(gebied, mag) {
    super();
    this.#lijst = gebied.querySelector("[data-doelen]");
    this.#mag = mag;
    gebied.querySelector("[data-doel-erbij]")?.addEventListener("click", () => this.#maak().querySelector("textarea").focus());
    this.#lijst.addEventListener("input", ({ target }) => {
      this.#meld(target.type === "checkbox" ? "gekozen" : "typt");
    });
    this.#lijst.addEventListener("focusout", () => this.#meld("gekozen"));
    this.#lijst.addEventListener("click", ({ target }) => {
      const doel = target.closest(".doel");
      if (target.closest("[data-weg]")) this.#weg(doel);
      else if (target.closest("[data-omhoog]")) {
        doel.previousElementSibling?.before(doel);
        target.closest("button").focus();
        this.#meld("gekozen");
      }
    });
  }

  /** The goals with something in them, as elements. */
  rijen() { return [...this.#lijst.children].filter((doel) => VELDEN.some((naam) => this.#veld(doel, naam).value.trim())); }

  lees() {
    return this.rijen().map((doel) => ({
      id: Number(doel.dataset.id) || null,
      ...Object.fromEntries(VELDEN.map((naam) => [naam, this.#veld(doel, naam).value])),
      gedeeld: this.#veld(doel, "gedeeld").checked,
    }));
  }

  toon(doelen) {
    this.#lijst.replaceChildren();
    doelen.forEach((doel) => this.#maak(doel));
    if (!doelen.length) this.#maak();
  }

  voegToe(doelen) {
    const gevuld = new Set(this.rijen());
    for (const doel of [...this.#lijst.children]) if (!gevuld.has(doel)) doel.remove();
    const bekend = new Set(this.lees().map((doel) => doel.tekst.trim()));
    for (const doel of doelen) if (!bekend.has(doel.tekst.trim())) this.#maak({ ...doel, id: null });
  }

  /** The server's numbers for goals that it knows now. */
  nummer(rijen, doelen) {
    rijen.forEach((doel, i) => { doel.dataset.id = doelen[i]?.id ?? ""; });
  }

  /** Remarks per goal; a day that was understood is written out. */
  toonHulp(rijen, kijk) {
    for (const doel of this.#lijst.children) {
      const gezien = kijk[rijen.indexOf(doel)];
      const wanneer = this.#veld(doel, "wanneer");
      if (gezien?.wanneer && document.activeElement !== wanneer) wanneer.value = gezien.wanneer;
      const zinnen = (gezien?.opmerkingen ?? []).map((opmerking) => [opmerking.gezien, opmerking.voorstel]);
      if (gezien?.dag_onbekend) {
        zinnen.unshift([`“${wanneer.value.trim()}” is hier geen duidelijke dag, en wordt niet bewaard.`, "Schrijf bijvoorbeeld 20-11, of zet het bij het doel."]);
      }
      doel.querySelector("[data-opmerkingen]").replaceChildren(...zinnen.map(opmerking));
    }
  }

  focus() { this.#lijst.querySelector("textarea")?.focus(); }

  focusLaatste() { [...this.#lijst.querySelectorAll("textarea")].at(-1)?.focus(); }

  #veld(doel, naam) { return doel.querySelector(`[data-veld=${naam}]`); }

  #maak(gegevens = {}) {
    const doel = this.#sjabloon.content.firstElementChild.cloneNode(true);
    doel.dataset.id = gegevens.id ?? "";
    for (const naam of VELDEN) {
      const veld = this.#veld(doel, naam);
      teller += 1;
      veld.id = `doelveld${teller}`;
      veld.previousElementSibling.htmlFor = veld.id;
      veld.value = gegevens[naam] ?? "";
      veld.readOnly = !this.#mag;
    }
    this.#veld(doel, "gedeeld").checked = gegevens.gedeeld ?? false;
    this.#veld(doel, "gedeeld").disabled = !this.#mag;
    if (!this.#mag) for (const knop of doel.querySelectorAll("button")) knop.remove();
    this.#lijst.append(doel);
    return doel;
  }

  #weg(doel) {
    const ander = doel.nextElementSibling ?? doel.previousElementSibling;
    doel.remove();
    (ander ?? this.#maak()).querySelector("textarea").focus();
    this.#meld("gekozen");
  }

  #meld(naam) { this.dispatchEvent(new Event(naam)); }
}

function opmerking([gezien, voorstel]) {
  const punt = document.createElement("li");
  const kop = document.createElement("b");
  kop.textContent = gezien;
  punt.append(kop, ` ${voorstel}`);
  return punt;
}
