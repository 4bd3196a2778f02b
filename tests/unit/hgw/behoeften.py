"""Needs for tests: small sets of goals and sentences, so that pupils have much or little in common."""

from hypothesis import strategies as st

from lti_tool.hgw.behoeftegelijkenis import Behoeftebeeld, Nodig

STAPPEN = Nodig("instructie", "in_stappen", "een instructie die een strategie stap voor stap aanleert")
KORT = Nodig("instructie", "in_kort", "een instructie die kort en duidelijk is")
SUCCES = Nodig("opdrachten", "op_succes", "opdrachten die net onder het niveau liggen")
RUST = Nodig("leeromgeving", "le_rust", "een leeromgeving waarin rustig gewerkt kan worden")
EIGEN = Nodig("docenten", "", "docenten die elke maandag de agenda doornemen")
TAFELS = "Kent de tafels van 1 tot en met 10 uit het hoofd"
TAFELS_ANDERS = "Noemt de tafels tot 10 vlot uit het hoofd"
AGENDA = "Schrijft huiswerk zelf in de agenda"
CATEGORIEEN = {"instructie": "Een instructie", "opdrachten": "Opdrachten", "leeromgeving": "Een leeromgeving"}


def beeld(leerling: int, *delen: str | Nodig) -> Behoeftebeeld:
    """A need from goals (texts) and sentences."""
    doelen = tuple(deel for deel in delen if isinstance(deel, str))
    return Behoeftebeeld(leerling, doelen, tuple(deel for deel in delen if isinstance(deel, Nodig)))


@st.composite
def klassen(draw: st.DrawFn) -> list[Behoeftebeeld]:
    """Classes of up to 32 pupils."""
    delen = st.lists(
        st.sampled_from([STAPPEN, KORT, SUCCES, RUST, EIGEN, TAFELS, TAFELS_ANDERS, AGENDA]),
        max_size=4,
        unique=True,
    )
    return [beeld(nummer, *draw(delen)) for nummer in range(draw(st.integers(0, 32)))]


def paren(aantal: int) -> st.SearchStrategy[list[tuple[int, int]]]:
    """Pairs that are kept apart."""
    leerling = st.integers(0, max(aantal, 1))
    return st.lists(st.tuples(leerling, leerling).filter(lambda paar: paar[0] != paar[1]), max_size=6)
