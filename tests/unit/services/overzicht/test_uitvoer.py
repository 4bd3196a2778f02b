"""An overview as a file: what its reader sees, nothing more, and the same when it comes back."""

from datetime import date

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.documents.inlezen import lees_bestand
from lti_tool.documents.overzichtsdocument import Overzichtsdocument
from lti_tool.hgw.schalen import Schaal
from lti_tool.hgw.scores import OngeldigeScore, lees_score
from lti_tool.models import Cel, Cyclus, Kolom, Persoon, Regel, Signaal, Soort, nu
from lti_tool.services.groep import regels
from lti_tool.services.groep.verwant import Algemeen
from lti_tool.services.overzicht import cellen, kolommen, overzicht, uitvoer
from lti_tool.services.overzicht.kolommen import Kolomgegevens
from lti_tool.services.overzicht.overzichtbeeld import Overzicht, Zicht
from lti_tool.services.overzicht.uitvoer import Bestandssoort, Documentkop
from lti_tool.services.scores import importlijst, scorebestand, scoreimport
from lti_tool.services.scores.scorevoorstel import stel_voor
from tests.factories.bouwer import Bouwer

KOP = Documentkop("De Linde", "3HA", "Mo", "Cyclus 1", date(2026, 11, 22))
ALLES = Zicht(bewerken=True, alles=True)
DATABESTANDEN = (Bestandssoort.XLSX, Bestandssoort.CSV)


def vul(session: Session, cyclus: Cyclus, door: Persoon, sleutel: str, *waarden: str) -> None:
    kolom = session.scalars(select(Kolom).where(Kolom.sleutel == sleutel, Kolom.cyclus_id == cyclus.id)).one()
    rijen = regels.van_leerlingen(session, cyclus)
    for (regel, _), waarde in zip(rijen, waarden, strict=False):
        plaats = cellen.zoek_plaats(session, cyclus.groep, regel.id, kolom.id)
        cellen.bewaar(session, plaats, waarde, 0, door)


def document(session: Session, cyclus: Cyclus, zicht: Zicht = ALLES, **anders: object) -> Overzichtsdocument:
    inhoud = overzicht.lees(session, cyclus, zicht)
    kop = uitvoer.kop_van(session, cyclus)
    return uitvoer.maak_document(kop, inhoud, **({"op_papier": True} | anders))  # type: ignore[arg-type]


@pytest.fixture
def klas(bouwer: Bouwer) -> Cyclus:
    mentor, cursus = bouwer.docent(), bouwer.cursus()
    bouwer.klas(cursus, 3)
    return bouwer.cyclus(bouwer.groep(cursus, mentor))


@pytest.fixture
def mentor(klas: Cyclus, session: Session) -> Persoon:  # noqa: ARG001 (who owns that class)
    return session.scalars(select(Persoon).where(Persoon.achternaam == "de Jong")).one()


def test_the_head_says_whose_overview_of_when_it_is(klas: Cyclus, session: Session) -> None:
    kop = uitvoer.kop_van(session, klas)
    assert (kop.school, kop.groep, kop.eigenaar) == ("Het Lindecollege", "3HA", "Marieke de Jong")
    assert kop.cyclus == "Cyclus 1: 24 augustus 2026 tot en met 30 november 2026"


def test_cells_signals_and_marks_come_along_as_they_are_shown(
    klas: Cyclus, mentor: Persoon, session: Session
) -> None:
    vul(session, klas, mentor, "sp", "IV", "II")
    regel, _ = regels.van_leerlingen(session, klas)[0]
    session.add_all(Signaal(regel_id=regel.id, reden=r) for r in ("spelling", "talent"))
    session.flush()
    gemaakt = document(session, klas)
    plaats = [k.kop for k in gemaakt.kolommen].index("SP")
    assert [rij.cellen[plaats] for rij in gemaakt.rijen] == ["IV", "II", ""]
    assert [rij.onder[plaats] for rij in gemaakt.rijen] == [True, False, False]
    assert gemaakt.rijen[0].signalen == "basisvaardigheid spelling, talent"
    assert gemaakt.blokken == ["Toetsen", "Sociaal-emotioneel", "Waarnemen", "Behoeften"]


def test_sensitive_and_hidden_columns_stay_out(klas: Cyclus, mentor: Persoon, session: Session) -> None:
    vul(session, klas, mentor, "bijzonderheden", "astma")
    verborgen = session.scalars(select(Kolom).where(Kolom.sleutel == "rk")).one()
    kolommen.zet_zicht(session, klas, verborgen, True, mentor)
    gewoon = document(session, klas)
    assert not gewoon.vertrouwelijk
    assert not {"Bijzonderheden", "RK"} & {k.kop for k in gewoon.kolommen}
    alles = document(session, klas, Zicht(bewerken=True, alles=True, vertrouwelijk=True))
    assert alles.vertrouwelijk
    assert "RK" not in {k.kop for k in alles.kolommen}
    assert uitvoer.bestandsnaam(alles, Bestandssoort.PDF).endswith("-vertrouwelijk.pdf")


def test_a_colleague_takes_along_only_what_they_see(klas: Cyclus, mentor: Persoon, session: Session) -> None:
    vul(session, klas, mentor, "sp", "IV")
    collega = Zicht(bewerken=False, alles=False, eigen_observaties_van=mentor.id)
    gemaakt = document(session, klas, collega)
    assert [k.kop for k in gemaakt.kolommen] == ["Stimulerend", "Belemmerend", "Onderwijsbehoeften"]
    assert "IV" not in str(gemaakt.rijen)


def test_the_general_needs_stand_beside_a_subject(bouwer: Bouwer, session: Session) -> None:
    docent, cursus = bouwer.docent(), bouwer.cursus("Wiskunde 3HA", "wi3HA")
    leerling = bouwer.klas(cursus, 1)[0]
    cyclus = bouwer.cyclus(bouwer.groep(cursus, docent, Soort.VAKSPECIFIEK, "wiskunde"))
    algemeen = {leerling.id: Algemeen("voorspelbare lessen", ("talent",))}
    gemaakt = document(session, cyclus, algemeen=algemeen)
    assert gemaakt.rijen[0].cellen[-2:] == ["talent", "voorspelbare lessen"]
    assert gemaakt.blokken[-1] == "Van de mentor"


def test_who_left_is_told_apart_on_paper_and_is_only_a_name_in_data(klas: Cyclus, session: Session) -> None:
    from lti_tool.models import Lidmaatschap

    session.scalars(select(Lidmaatschap)).first().vertrokken_op = nu()  # type: ignore[union-attr]
    session.flush()
    assert document(session, klas).rijen[0].leerling == "Leerling01 Achternaam01 (uit de groep)"
    assert document(session, klas, op_papier=False).rijen[0].leerling == "Leerling01 Achternaam01"


@pytest.mark.parametrize(
    ("groep", "naam"),
    [
        ("3HA", "groepsoverzicht-3HA-2026-11-22.csv"),
        ("wiskunde 3HA", "groepsoverzicht-wiskunde-3HA-2026-11-22.csv"),
        ("../3H/A\\b\r\n", "groepsoverzicht-3H-A-b-2026-11-22.csv"),
        ("é" * 90, f"groepsoverzicht-{'é' * 60}-2026-11-22.csv"),
        ("…", "groepsoverzicht-2026-11-22.csv"),
    ],
)
def test_a_file_is_named_after_group_and_day(groep: str, naam: str) -> None:
    kop = Documentkop("S", groep, "E", "C", date(2026, 11, 22))
    gemaakt = uitvoer.maak_document(kop, Overzicht((), (), ()), op_papier=False)
    assert uitvoer.bestandsnaam(gemaakt, Bestandssoort.CSV) == naam


@pytest.mark.parametrize("soort", list(Bestandssoort))
def test_an_overview_without_pupils_or_columns_is_a_file_too(soort: Bestandssoort) -> None:
    leeg = uitvoer.maak_document(KOP, Overzicht((), (), ()), op_papier=uitvoer.is_papier(soort))
    assert len(uitvoer.schrijf(leeg, soort, "a4")) > 10


def score(schaal: Schaal) -> st.SearchStrategy[str]:
    """Any score of this scale as it is kept, or nothing."""
    if schaal.waarden:
        return st.sampled_from(["", *schaal.waarden])
    tienden = st.integers(int(schaal.minimum * 10), int(schaal.maximum * 10))
    return st.one_of(st.just(""), tienden.map(lambda n: f"{n / 10:.1f}")).map(lambda t: gelezen(schaal, t))


def gelezen(schaal: Schaal, tekst: str) -> str:
    try:
        waarde = lees_score(schaal, tekst)
    except OngeldigeScore:
        return ""
    return waarde.tekst if waarde else ""


SCHALEN = [
    {"soort": "cijfer"},
    {"soort": "percentage"},
    {"soort": "niveau_a_e"},
    {"soort": "referentieniveau"},
    {"soort": "woorden", "waarden": ["=zwak", "+", "sterk; heel sterk"]},
    {"soort": "getal", "minimum": -20, "maximum": 20, "decimalen": 1},
]
# a dash alone means everywhere: nothing here
tekst = st.text(st.characters(exclude_categories=("Cs",)), max_size=40).filter(
    lambda t: t.strip() not in ("-", "–", "—")
)
gevaar = st.sampled_from(["=1+1", "+31 6", "-x", "@x", "'t", "'=1", "a\nb", 'zeg "nee"; ja', "007", "1e5"])


@pytest.fixture
def gevuld(klas: Cyclus, mentor: Persoon, session: Session) -> Cyclus:
    """An overview with a test of every scale."""
    for nummer, schaal in enumerate(SCHALEN):
        gegevens = Kolomgegevens(f"Proef {nummer}", f"P{nummer}", schaal)
        kolommen.voeg_toets_toe(session, klas, gegevens, mentor)
    session.commit()
    return klas


@pytest.mark.parametrize("soort", DATABESTANDEN)
@settings(
    max_examples=5,
    deadline=None,
    phases=[Phase.generate],  # shrinking a whole class takes minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_what_goes_out_and_comes_in_again_gives_the_same_overview(
    soort: Bestandssoort, data: st.DataObject, gevuld: Cyclus, mentor: Persoon, session: Session
) -> None:
    zichtbaar = overzicht.zichtbare_kolommen(session, gevuld, ALLES)
    try:
        for regel, _ in regels.van_leerlingen(session, gevuld):
            for kolom in zichtbaar:
                schaal = Schaal.van_dict(kolom.schaal) if kolom.schaal else None
                waarde = data.draw(score(schaal) if schaal else st.one_of(tekst, gevaar))
                session.add(
                    Cel(regel_id=regel.id, kolom_id=kolom.id, waarde=cellen.lees_waarde(kolom, waarde))
                )
        session.flush()
        ervoor = inhoud(session, gevuld)
        bestand = uitvoer.schrijf(document(session, gevuld, op_papier=False), soort, "a4")
        session.query(Cel).delete()
        lees_terug(session, gevuld, mentor, f"overzicht.{soort}", bestand)
        assert inhoud(session, gevuld) == ervoor
    finally:
        session.rollback()


def inhoud(session: Session, cyclus: Cyclus) -> list[list[str]]:
    """What the cells show, leaving odd characters aside that no file can hold."""
    gezien = overzicht.lees(session, cyclus, ALLES)
    return [[uitvoer_vast(cel.waarde) for cel in regel.cellen] for regel in gezien.regels]


def uitvoer_vast(waarde: str) -> str:
    from lti_tool.documents.tekst import schoon

    return schoon(waarde).strip()


def lees_terug(session: Session, cyclus: Cyclus, door: Persoon, naam: str, bestand: bytes) -> None:
    """The steps of an import, with every guess taken as it is."""
    bron, gegevens = scorebestand.lees(naam, bestand)
    doelen = importlijst.schrijfbare_kolommen(session, cyclus, vertrouwelijk=False)
    rollen = scorebestand.raad_rollen(gegevens, doelen, frozenset())
    gevuld = {kop for n, kop in enumerate(gegevens["koppen"]) if any(rij[n] for rij in gegevens["cellen"])}
    geraden = {rol for rol in rollen if rol.isdigit()}
    assert {str(kolom.id) for kolom in doelen if kolom.kop in gevuld} <= geraden
    if not geraden:
        return  # an empty overview: there is nothing to read
    assert scorebestand.controleer_rollen(rollen) == []
    concept = scoreimport.begin(session, cyclus, door, bron, gegevens)
    klas = regels.van_leerlingen(session, cyclus)
    scoreimport.bewaar_rijen(concept, scorebestand.maak_rijen(gegevens, rollen, klas), rollen=rollen)
    voorstel = stel_voor(session, cyclus, scoreimport.rijen_van(concept))
    if voorstel.wijzigt:
        scoreimport.bevestig(session, concept, cyclus, door, stand=voorstel.stand, keuzes={}, leegmaken=False)


def test_the_read_back_file_has_a_row_a_pupil(klas: Cyclus, session: Session) -> None:
    bestand = uitvoer.schrijf(document(session, klas, op_papier=False), Bestandssoort.CSV, "a4")
    blad = lees_bestand("x.csv", bestand)
    assert len(blad.rijen) == session.query(Regel).count()
    assert blad.koppen[:4] == ["Leerling", "Nummer", "S", "TL"]
