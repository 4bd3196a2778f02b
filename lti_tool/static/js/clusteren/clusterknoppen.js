/** The buttons on the board: proposals, subgroups, points, instruction. One listener, for the board is replaced often. */
import { bord, kolomVan } from "./clusterbord.js";

const plek = document.querySelector("[data-bordplek]");
const versie = (element) => Number(element.dataset.versie);

export function bedienKnoppen(acties, dialogen) {
  const subgroep = (kolom, maak) => acties.doe(() => {
    const nu = document.querySelector(`.kolom[data-waar="${kolom.dataset.waar}"]`);
    return nu && maak(nu, `/subgroep/${nu.dataset.waar}`);
  });

  const doen = {
    "[data-verplaats]": (knop) => dialogen.verplaats(knop),
    "[data-nieuw]": () => dialogen.subgroep(null),
    "[data-wijzig]": (knop) => dialogen.subgroep(kolomVan(knop)),
    "[data-schuif]": (knop) => subgroep(kolomVan(knop), (kolom, pad) => {
      const plaats = Number(kolom.dataset.plek) + Number(knop.dataset.schuif);
      return { methode: "PUT", pad: `${pad}/plek`, inhoud: { plek: plaats, versie: versie(kolom) } };
    }),
    "[data-verwijder]": (knop) => subgroep(kolomVan(knop), (kolom, pad) => ({ methode: "DELETE", pad, inhoud: { versie: versie(kolom) } })),
    "[data-overnemen]": (knop) => {
      const { voorstel, bij } = knop.closest("[data-voorstel]").dataset;
      const inhoud = { leerlingen: voorstel.split(" ").map(Number), bij: bij ? Number(bij) : null };
      acties.doe(() => ({ methode: "POST", pad: `/voorstel/${bord().dataset.domein}`, inhoud }));
    },
    "[data-meer]": (knop) => acties.meerGroepen(knop.dataset.meer),
    "[data-punt-wijzig]": (knop) => dialogen.punt(knop.closest("[data-punt]")),
    "[data-punt-weg]": (knop) => {
      const { punt } = knop.closest("[data-punt]").dataset;
      acties.doe(() => {
        const nu = document.querySelector(`[data-punt="${punt}"]`);
        return nu && { methode: "DELETE", pad: `/punt/${punt}`, inhoud: { versie: versie(nu) } };
      });
    },
    "[data-punt-over]": (knop) => {
      const { herkomst } = knop.closest("[data-herkomst]").dataset;
      acties.doe(() => ({ methode: "POST", pad: "/puntvoorstel", inhoud: { herkomst, overnemen: Boolean(knop.dataset.puntOver) } }));
    },
  };

  plek.addEventListener("click", ({ target }) => {
    for (const [kiezer, doe] of Object.entries(doen)) {
      const knop = target.closest(kiezer);
      if (knop) return doe(knop);
    }
    return undefined;
  });

  plek.addEventListener("submit", async (gebeurtenis) => {
    if (!gebeurtenis.target.matches("[data-punt-nieuw]")) return;
    gebeurtenis.preventDefault();
    const tekst = gebeurtenis.target.querySelector("input").value;
    const antwoord = await acties.doe(() => ({ methode: "POST", pad: "/punt", inhoud: { domein: bord().dataset.domein, tekst } }));
    const veld = document.getElementById("punt-nieuw");
    if (antwoord?.ok && veld.value === tekst) veld.value = "";
  });

  plek.addEventListener("change", ({ target }) => {
    if (target.matches("[data-instructie]")) {
      const inhoud = { wat: target.value, was: target.dataset.was };
      acties.doe(() => ({ methode: "PUT", pad: `/instructie/${target.id.slice(1)}`, inhoud }));
    } else if (target.matches("[data-differentiatie]")) {
      const keuze = target.value;
      acties.doe(() => ({ methode: "PUT", pad: "/differentiatie", inhoud: { keuze, versie: Number(bord().dataset.plan) } }));
    }
  });
}
