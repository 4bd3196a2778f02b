"""A handelingsplan on paper, with room for signatures."""

from sqlalchemy.orm import Session

from lti_tool.documents.formulier import Formulier, Formulierdeel
from lti_tool.hgw.datums import datum_tekst
from lti_tool.models import Handelingsplan, Soort
from lti_tool.services.groep import groepen, rooster
from lti_tool.services.handelingsplan import handelingsplanvelden, handelingsplanvorm, vakplannen
from lti_tool.services.handelingsplan.handelingsplannen import Planplaats
from lti_tool.services.handelingsplan.handelingsplanvelden import AKKOORD
from lti_tool.services.overzicht import uitvoer
from lti_tool.services.tijd import SCHOOLTIJD

NAAM = "Handelingsplan"
LEEG = "Nog niet ingevuld."


def gegevens(session: Session, plaats: Planplaats) -> tuple[tuple[str, str], ...]:
    """What stands at the top, in words: (what, value)."""
    cyclus, vak = plaats.cyclus, plaats.groep.soort == Soort.VAKSPECIFIEK
    kop = uitvoer.kop_van(session, cyclus)
    mentoren = vakplannen.mentoren_van(session, plaats.groep, plaats.regel.persoon_id) if vak else ()
    gemaakt = plaats.plan.aangemaakt_op.astimezone(SCHOOLTIJD).date()
    return (
        ("Leerling", rooster.leerling_van(plaats.regel.persoon).naam),
        ("Groep", groepen.naam(plaats.groep)),
        ("Docent" if vak else "Mentor", kop.eigenaar),
        *((("Mentor", " en ".join(mentoren)),) if mentoren else ()),
        ("Gemaakt op", datum_tekst(gemaakt)),
        ("Periode", f"{datum_tekst(cyclus.begin)} tot en met {datum_tekst(cyclus.eind)}"),
    )


def maak(session: Session, plaats: Planplaats) -> Formulier:
    """All fields under their names. Marked as confidential: it holds what parents and pupil told."""
    kop = uitvoer.kop_van(session, plaats.cyclus)
    velden = handelingsplanvelden.velden(session, plaats.plan)
    vorm = handelingsplanvorm.vorm(plaats.groep.soort)
    teksten = [(veld, velden[veld.sleutel].waarde if veld.sleutel in velden else "") for veld in vorm.velden]
    delen = [
        Formulierdeel(veld.naam, handelingsplanvelden.leesbaar(veld, tekst) or LEEG)
        for veld, tekst in teksten
    ]
    leerling = rooster.leerling_van(plaats.regel.persoon).naam
    wie = "Docent" if plaats.groep.soort == Soort.VAKSPECIFIEK else "Mentor"
    return Formulier(
        titel=f"Handelingsplan van {leerling}",
        school=kop.school,
        groep=kop.groep,
        datum=kop.datum,
        gegevens=gegevens(session, plaats),
        delen=(*delen, Formulierdeel("Akkoord van ouders", akkoord_in_woorden(plaats.plan))),
        handtekeningen=("Ouder of verzorger", "Ouder of verzorger", "Leerling", wie),
        vertrouwelijk=True,
    )


def akkoord_in_woorden(plan: Handelingsplan) -> str:
    """Whether and how parents agreed, who and when."""
    if not plan.akkoord_wijze or plan.akkoord_op is None:
        return "Ouders hebben nog geen akkoord gegeven."
    return f"{plan.akkoord_naam}, {AKKOORD[plan.akkoord_wijze]} op {datum_tekst(plan.akkoord_op)}."
