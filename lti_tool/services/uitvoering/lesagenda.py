"""The lessons of one teacher in a cycle as a calendar file. No pupil is named in it: it goes to any phone.

Lessons on the school's days off are left out.
"""

from sqlalchemy.orm import Session

from lti_tool.documents import ical
from lti_tool.hgw.naamvangst import namen_in
from lti_tool.hgw.vrijedagen import dagen
from lti_tool.hgw.weekrooster import lesdagen
from lti_tool.models import Cyclus, Roosterles
from lti_tool.services.clusteren import subgroepen
from lti_tool.services.fouten import NietGevonden
from lti_tool.services.groep import groepen, regels
from lti_tool.services.groepsplan.planlezen import HELE_GROEP
from lti_tool.services.school import schoolrooster
from lti_tool.services.uitvoering import weekrooster


def bestand(session: Session, cyclus: Cyclus, docent: str) -> tuple[str, bytes]:
    """(name of the teacher, file) for the key of a teacher (Lesbeeld.docent_sleutel). Raises NietGevonden."""
    alle = [(weekrooster.docent_van(les), les) for les in weekrooster.lessen(session, cyclus)]
    eigen = [(naam, les) for (sleutel, naam), les in alle if sleutel and sleutel == docent]
    if not eigen:
        raise NietGevonden("Deze docent heeft geen lessen in dit weekrooster.")
    leerlingen = [leerling.naam for _, leerling in regels.van_leerlingen(session, cyclus)]
    namen = weekrooster.subgroepnamen(subgroepen.alle(session, cyclus))
    groep = groepen.naam(cyclus.groep)
    rooster = schoolrooster.van_groep(session, cyclus.groep)
    vrij = dagen(schoolrooster.vrij(rooster, cyclus.begin, cyclus.eind), cyclus.begin, cyclus.eind)
    # a calendar that had the lessons already takes over what has changed since
    rooster_op, rooster_versie = ([rooster.gewijzigd_op], rooster.versie) if rooster else ([], 0)

    def zonder_leerling(tekst: str, anders: str) -> str:
        return anders if namen_in(tekst, leerlingen) else tekst

    afspraken = [
        ical.Afspraak(
            uid=_uid(les),
            titel=f"{zonder_leerling(namen.get(les.subgroep_id or 0, HELE_GROEP), 'Subgroep')} ({groep})",
            dagen=lesdagen(les.dag, les.weken, cyclus.begin, cyclus.eind),
            begin=les.begin,
            eind=les.eind,
            plaats=zonder_leerling(les.plaats, ""),
            gewijzigd_op=max([les.gewijzigd_op, *rooster_op]),
            versie=les.versie + rooster_versie,
            vrij=vrij,
        )
        for _, les in eigen
    ]
    naam = eigen[0][0]
    return naam, ical.schrijf(f"Groepsplan {groep}", afspraken)


def _uid(les: Roosterles) -> str:
    """The same for ever, and no other lesson's: numbers may come back, this moment doesn't."""
    return f"les-{les.id}-{les.aangemaakt_op:%Y%m%dT%H%M%S%f}@groepswijzer"
