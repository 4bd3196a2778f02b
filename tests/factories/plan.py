"""What a groepsplan is made of, for tests: needs and subgroups in a filled overview, and the plan itself."""

from datetime import date

from lti_tool.models import Groepspunt, Onderwijsbehoefte, Plaatsing, Planveld, Subgroep, Subgroepsoort
from lti_tool.services.begrijpwijzer import behoeften
from lti_tool.services.begrijpwijzer.behoefteinvoer import Behoefteinvoer, Doelinvoer, Zininvoer
from lti_tool.services.begrijpwijzer.behoeftelezen import van_domein, zoek_domein, zoek_plaats
from lti_tool.services.groepsplan import planlezen, plannen
from lti_tool.services.groepsplan.planbeeld import Planbeeld, Regelbeeld
from tests.factories.overzicht import Gevuld

INSTRUCTIE = Zininvoer(
    "instructie", "instructie-stappen", "een instructie die een aanpak stap voor stap aanleert"
)
FEEDBACK = Zininvoer("feedback", "feedback-direct", "feedback die meteen zegt of de gekozen aanpak klopt")
OPDRACHTEN = Zininvoer(
    "opdrachten", "opdrachten-uitdaging", "opdrachten die net boven het eigen niveau liggen en uitdagen"
)
LEEST = Doelinvoer("leest elke dag een kwartier", "op de lijst", date(2026, 11, 20))


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


def lees(werk: Gevuld) -> Planbeeld:
    """The plan as everyone reads it."""
    werk.session.commit()
    beeld = planlezen.lees(werk.session, werk.cyclus)
    assert beeld is not None
    return beeld


def open_plan(werk: Gevuld, **keuzes: str) -> Planbeeld:
    """Make the plan from the needs."""
    plannen.open_plan(werk.session, werk.cyclus, werk.eigenaar, **keuzes)
    return lees(werk)


def rij(beeld: Planbeeld, naam: str) -> Regelbeeld:
    """The row of this name."""
    return next(rij for rij in beeld.rijen if rij.naam == naam)


def bewaar(werk: Gevuld, regel_id: int, veld: str, tekst: str, versie: int = 0) -> Planveld:
    """Type in a column of a row, over a version."""
    return plannen.bewaar_veld(werk.session, werk.groep, regel_id, veld, tekst, versie, werk.eigenaar)
