"""What can be counted beside the items of the begrijpwijzer's checklist."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from lti_tool.hgw.smart import bekijk_doel
from lti_tool.models import Cyclus, Onderwijsbehoefte, Regel
from lti_tool.services.begrijpwijzer import benoemen
from lti_tool.services.begrijpwijzer.behoeftelezen import met_inhoud
from lti_tool.services.begrijpwijzer.behoeften import BEEINDIGD
from lti_tool.services.school.hulpzinnen import begrijpwijzer

# remarks that say that one can't see when a goal is reached
_NIET_TE_ZIEN = frozenset({"meetbaar", "vaag", "tijdgebonden"})


def tel(session: Session, cyclus: Cyclus) -> dict[str, str]:
    """Item of the checklist -> the counted fact in Dutch; items that only people can judge are left out."""
    vraag = met_inhoud().join(Regel).where(Regel.cyclus_id == cyclus.id)
    gevonden = session.scalars(vraag.where(Onderwijsbehoefte.herziening != BEEINDIGD)).all()
    behoeften = [behoefte for behoefte in gevonden if behoefte.doelen or behoefte.zinnen]
    te_benoemen = benoemen.te_benoemen(benoemen.lijst(session, cyclus))
    benoemd = sum(rij.benoemd for rij in te_benoemen)
    doelen, te_zien = _doelen(behoeften, cyclus)
    zinnen = {
        "behoeften": _bij(benoemd, len(te_benoemen), "gesignaleerde leerlingen", "staat een behoefte"),
        "doelen": _bij(sum(bool(b.doelen) for b in behoeften), len(behoeften), "behoeften", "staat een doel"),
        "meetbaar": _bij(te_zien, doelen, "doelen", "is te zien wanneer het gehaald is"),
        "nodig": _bij(
            sum(bool(b.zinnen) for b in behoeften), len(behoeften), "behoeften", "staat wat er nodig is"
        ),
    }
    return {
        item.sleutel: zinnen[item.telling] for item in begrijpwijzer().checklist if item.telling in zinnen
    }


def _doelen(behoeften: Sequence[Onderwijsbehoefte], cyclus: Cyclus) -> tuple[int, int]:
    """(goals, of which one can see when they are reached)."""
    periode = (cyclus.begin, cyclus.eind)
    opmerkingen = [
        {opmerking.check for opmerking in bekijk_doel(doel.tekst, doel.maat, doel.voor_wanneer, periode, 1)}
        for behoefte in behoeften
        for doel in behoefte.doelen
        if doel.tekst
    ]
    return len(opmerkingen), sum(not (checks & _NIET_TE_ZIEN) for checks in opmerkingen)


def _bij(aantal: int, geheel: int, waarvan: str, feit: str) -> str:
    return f"Bij {aantal} van de {geheel} {waarvan} {feit}." if geheel else f"Er zijn nog geen {waarvan}."
