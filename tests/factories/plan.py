"""What a groepsplan is made of, for tests: needs and subgroups in a filled overview."""

from lti_tool.models import Groepspunt, Onderwijsbehoefte, Plaatsing, Subgroep, Subgroepsoort
from lti_tool.services.begrijpwijzer import behoeften
from lti_tool.services.begrijpwijzer.behoefteinvoer import Behoefteinvoer, Doelinvoer, Zininvoer
from lti_tool.services.begrijpwijzer.behoeftelezen import van_domein, zoek_domein, zoek_plaats
from tests.factories.overzicht import Gevuld

INSTRUCTIE = Zininvoer(
    "instructie", "instructie-stappen", "een instructie die een aanpak stap voor stap aanleert"
)
FEEDBACK = Zininvoer("feedback", "feedback-direct", "feedback die meteen zegt of de gekozen aanpak klopt")
OPDRACHTEN = Zininvoer(
    "opdrachten", "opdrachten-uitdaging", "opdrachten die net boven het eigen niveau liggen en uitdagen"
)


def benoem(
    werk: Gevuld, rij: int, *delen: Doelinvoer | Zininvoer, domein: str = "pedagogisch"
) -> Onderwijsbehoefte:
    """Name the need of the pupil in this row, over what stands there."""
    plaats = zoek_plaats(werk.session, werk.groep, werk.regel(rij))
    soort = zoek_domein(werk.groep, domein)
    invoer = Behoefteinvoer(
        tuple(deel for deel in delen if isinstance(deel, Doelinvoer)),
        tuple(deel for deel in delen if isinstance(deel, Zininvoer)),
    )
    vorige = van_domein(werk.session, plaats.regel.id, soort)
    versie = vorige.versie if vorige else 0
    bewaard = behoeften.bewaar(werk.session, plaats, soort, invoer, versie, werk.eigenaar)
    werk.session.commit()
    assert bewaard.behoefte is not None
    return bewaard.behoefte


def subgroep(werk: Gevuld, naam: str, *rijen: int, domein: str = "pedagogisch") -> Subgroep:
    """A subgroup of the pupils in these rows."""
    nieuw = Subgroep(
        cyclus_id=werk.cyclus.id, domein=domein, naam=naam, soort=Subgroepsoort.EXTRA, volgorde=1
    )
    werk.session.add(nieuw)
    werk.session.flush()
    plaats(werk, nieuw, *rijen)
    return nieuw


def plaats(werk: Gevuld, waar: Subgroep, *rijen: int) -> None:
    """Put the pupils in these rows in a subgroup; they were in none."""
    werk.session.add_all(
        Plaatsing(regel_id=werk.regel(rij), domein=waar.domein, subgroep_id=waar.id) for rij in rijen
    )
    werk.session.commit()


def punt(werk: Gevuld, tekst: str, domein: str = "pedagogisch", *, afgewezen: bool = False) -> Groepspunt:
    """A point of attention for the whole group."""
    nieuw = Groepspunt(cyclus_id=werk.cyclus.id, domein=domein, tekst=tekst, volgorde=1, afgewezen=afgewezen)
    werk.session.add(nieuw)
    werk.session.commit()
    return nieuw
