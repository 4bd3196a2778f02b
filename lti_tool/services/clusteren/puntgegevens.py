"""What pupils of a class could share: needs, reasons for a signal, low scores of this cycle."""

from collections import defaultdict

from sqlalchemy.orm import Session

from lti_tool.hgw.groepspunten import Kandidaat, uit_behoeften, uit_scores, uit_signalen
from lti_tool.hgw.scores import onder_ijkpunt
from lti_tool.services.clusteren.clusterbord import Klas
from lti_tool.services.overzicht import metingen, signaalbeeld
from lti_tool.services.overzicht.metingen import Afname
from lti_tool.services.school.hulpzinnen import categorienamen


def kandidaten(session: Session, klas: Klas) -> list[Kandidaat]:
    """Everything that could become a point for the whole group, by person. Two queries."""
    domeinen, namen = klas.domeinen, categorienamen()
    signalen = {
        regel.persoon_id: klas.signalen[regel.id] for regel, _ in klas.leerlingen if regel.id in klas.signalen
    }
    laag, redenen = _lage_scores(session, klas)
    return [
        *(k for domein in domeinen for k in uit_behoeften(domein, klas.beelden(domein), namen)),
        *uit_signalen(domeinen, signalen),
        *uit_scores(domeinen, laag, redenen),
    ]


def _lage_scores(session: Session, klas: Klas) -> tuple[dict[str, set[int]], dict[str, str]]:
    """What is measured -> who is below the agreement at the last test, and -> the reason it stands for."""
    per_reeks = signaalbeeld.redenen_bij_lage_score()
    laag: dict[str, set[int]] = defaultdict(set)
    redenen: dict[str, str] = {}
    for persoon_id, afnames in metingen.lees(session, klas.cyclus).items():
        laatste: dict[str, Afname] = {}
        for afname in afnames:
            if afname.volgnummer == klas.cyclus.volgnummer and afname.meting.score is not None:
                laatste[afname.meting.reeks] = afname
        for naam, afname in laatste.items():
            score, ijkpunt = afname.meting.score, afname.meting.ijkpunt
            if score and ijkpunt and score.schaal == ijkpunt.schaal and onder_ijkpunt(score, ijkpunt):
                laag[naam].add(persoon_id)
            if afname.reeks in per_reeks:
                redenen[naam] = per_reeks[afname.reeks]
    return laag, redenen
