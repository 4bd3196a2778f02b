"""The needs of one pupil on a page for a talk with pupil or parents."""

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from lti_tool.documents.formulier import Formulier, Formulierdeel
from lti_tool.hgw.datums import datum_tekst
from lti_tool.hgw.domeinen import DOMEIN_PER_SLEUTEL
from lti_tool.hgw.evaluatie import UITKOMSTEN
from lti_tool.models import Onderwijsbehoefte, Soort
from lti_tool.services.begrijpwijzer import leerlingdeel
from lti_tool.services.begrijpwijzer.behoeftelezen import van_regel
from lti_tool.services.begrijpwijzer.behoeften import BEEINDIGD, celstand
from lti_tool.services.begrijpwijzer.behoefteuitvoer import doelregels, eigen_woorden, nodigregels
from lti_tool.services.begrijpwijzer.bekend import Bekend, Vorige
from lti_tool.services.groep import rooster
from lti_tool.services.overzicht.cellen import Celplaats
from lti_tool.services.overzicht.overzichtbeeld import Overzicht
from lti_tool.services.overzicht.uitvoer import Documentkop

REGELS_VOOR_AFSPRAKEN = 4


def maak_blad(
    session: Session,
    plaats: Celplaats,
    kop: Documentkop,
    bekend: Bekend,
    *,
    van_anderen: Sequence[tuple[str, str]] = (),
    met_woorden: bool,
    gevoelig: Overzicht | None = None,
) -> Formulier:
    """What helps first, then the pupil's own words, then goals and needs, then room for agreements.

    `van_anderen`: (head, text) of colleagues. `met_woorden`: the reader may see what the pupil says.
    `gevoelig`: the overview of this pupil of which the sensitive columns go along, chosen on purpose.
    """
    leerling = rooster.leerling_van(plaats.regel.persoon)
    cyclus, vak = plaats.cyclus, plaats.groep.soort == Soort.VAKSPECIFIEK
    behoeften = [b for b in van_regel(session, plaats.regel.id) if b.herziening != BEEINDIGD]
    woorden = leerlingdeel.van_regel(session, plaats.regel.id) if met_woorden else None
    cel = celstand(session, plaats, None).waarde
    delen = [
        Formulierdeel("Wat goed gaat en wat helpt", bekend.stimulerend),
        *_eigen_woorden(leerlingdeel.woorden_van(woorden)),
        *(deel for behoefte in behoeften for deel in _behoefte(behoefte, met_domein=not vak)),
        Formulierdeel("Zo staat het in het overzicht", eigen_woorden(cel, behoeften)),
        *(Formulierdeel(naam, tekst) for naam, tekst in van_anderen),
        *_terugblik(bekend.vorige),
        *_gevoelig(gevoelig),
    ]
    return Formulier(
        titel=f"Onderwijsbehoeften van {leerling.naam}",
        school=kop.school,
        groep=kop.groep,
        datum=kop.datum,
        gegevens=(
            ("Leerling", leerling.naam),
            ("Docent" if vak else "Mentor", kop.eigenaar),
            ("Periode", f"{datum_tekst(cyclus.begin)} tot en met {datum_tekst(cyclus.eind)}"),
        ),
        delen=(
            *(deel for deel in delen if deel.tekst.strip()),
            Formulierdeel("Dit spreken we af", ruimte=REGELS_VOOR_AFSPRAKEN),
        ),
        vertrouwelijk=any(deel.gevoelig and deel.tekst.strip() for deel in delen),
    )


def _eigen_woorden(woorden: Mapping[str, str]) -> list[Formulierdeel]:
    vragen = leerlingdeel.VRAGEN
    return [Formulierdeel(f"De leerling: “{vragen[v]}”", tekst) for v, tekst in woorden.items()]


def _behoefte(behoefte: Onderwijsbehoefte, *, met_domein: bool) -> list[Formulierdeel]:
    bij = f" ({DOMEIN_PER_SLEUTEL[behoefte.domein].naam.lower()})" if met_domein else ""
    doelen = doelregels(behoefte)
    return [
        Formulierdeel(f"{'Doelen' if len(doelen) > 1 else 'Doel'}{bij}", _punten(doelen)),
        Formulierdeel(f"Wat daarvoor nodig is{bij}", _punten(nodigregels(behoefte))),
    ]


def _terugblik(vorige: Vorige | None) -> list[Formulierdeel]:
    """The goals of the previous cycle, with what became of them."""
    doelen = [
        f"{doel['tekst']}: {UITKOMSTEN[doel['bereikt']]}"
        for behoefte in (vorige.behoeften if vorige else ())
        for doel in behoefte["doelen"]
        if doel["tekst"]
    ]
    return [Formulierdeel("Doelen van de vorige periode", _punten(doelen))]


def _gevoelig(inhoud: Overzicht | None) -> list[Formulierdeel]:
    rij = inhoud.regels[0] if inhoud and inhoud.regels else None
    if inhoud is None or rij is None:
        return []
    return [
        Formulierdeel(kolom.naam, cel.waarde, gevoelig=True)
        for kolom, cel in zip(inhoud.kolommen, rij.cellen, strict=True)
        if kolom.gevoelig
    ]


def _punten(regels: Sequence[str]) -> str:
    return "\n".join(f"• {regel}" for regel in regels) if len(regels) > 1 else "".join(regels)
