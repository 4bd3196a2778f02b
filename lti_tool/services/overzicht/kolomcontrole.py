"""What a column may become: no double names, no scale on which what was entered doesn't fit."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import count

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.hgw.datums import geloofwaardig
from lti_tool.hgw.namen import zoek_tekst
from lti_tool.hgw.schalen import Schaal
from lti_tool.hgw.scores import OngeldigeScore, lees_score
from lti_tool.models import Cel, Kolom, Kolomsoort, Regel
from lti_tool.services.groep.rooster import leerling_van
from lti_tool.services.school.formaten import EIGEN, Kolomformaat, OngeldigeKolom

# so many scores that don't fit are named
_GENOEMD = 8


def onpassend(session: Session, kolom: Kolom, formaat: Kolomformaat) -> list[str]:
    """What stands in the column and doesn't fit the new scale, with whose it is; a text takes anything."""
    if formaat.soort == Kolomsoort.TEKST:
        return []
    schaal = Schaal.van_dict(formaat.schaal or {})
    vraag = select(Cel.waarde, Regel).join(Regel).where(Cel.kolom_id == kolom.id, Cel.waarde != "")
    gevonden = []
    for waarde, regel in session.execute(vraag.order_by(Cel.id)):
        try:
            lees_score(schaal, waarde)
        except OngeldigeScore:
            gevonden.append(f"{waarde[:20]} ({leerling_van(regel.persoon).naam})")
    return gevonden


def weiger_onpassend(session: Session, kolom: Kolom, formaat: Kolomformaat) -> None:
    """Raises OngeldigeKolom naming the scores that don't fit; of a sensitive column only how many."""
    te_noemen = onpassend(session, kolom, formaat)
    if not te_noemen:
        return
    passen = "past één score" if len(te_noemen) == 1 else f"passen {len(te_noemen)} scores"
    rest = len(te_noemen) - _GENOEMD
    lijst = ", ".join(te_noemen[:_GENOEMD]) + (f" en nog {rest}" if rest > 0 else "")
    welke = "" if kolom.gevoelig else f": {lijst}"
    raise OngeldigeKolom([("schaal", f"Op deze schaal {passen} niet{welke}. Wijzig die eerst.")])


def weiger_dubbel(bestaand: Sequence[Kolom], formaat: Kolomformaat, zelf: Kolom | None) -> None:
    """Raises OngeldigeKolom: two columns with one name or head can't be told apart, also not in a file."""
    bezwaren = []
    for veld in ("naam", "kop"):
        gezocht = getattr(formaat, veld).casefold()
        if zelf is not None and getattr(zelf, veld).casefold() == gezocht:
            continue
        ander = next((k for k in bestaand if k is not zelf and getattr(k, veld).casefold() == gezocht), None)
        if ander is not None:
            waar = " Die kolom is nu verborgen; je kunt hem weer tonen." if ander.verborgen else ""
            bezwaren.append((veld, f"Er is al een kolom met {veld} {getattr(ander, veld)}.{waar}"))
    if bezwaren:
        raise OngeldigeKolom(bezwaren)


def sleutel_voor(naam: str, bezet: set[str]) -> str:
    """A key that follows from the name, so that the same test of a later cycle is known again."""
    basis = EIGEN + (re.sub(r"[^a-z0-9]+", "_", zoek_tekst(naam)).strip("_")[:45] or "toets")
    pogingen = (f"{basis}_{nummer}" if nummer > 1 else basis for nummer in count(1))
    return next(sleutel for sleutel in pogingen if sleutel not in bezet)


def reekskeuzes(kolommen: Sequence[Kolom], zelf: Kolom | None = None) -> dict[str, str]:
    """Reeks -> the heads of the tests in it: what another test can follow. `zelf` isn't one of them."""
    koppen: dict[str, list[str]] = {}
    for kolom in kolommen:
        if kolom.toets and kolom is not zelf and not (kolom.verborgen or kolom.gevoelig):
            koppen.setdefault(kolom.toets.reeks, []).append(kolom.kop)
    return {reeks: ", ".join(namen) for reeks, namen in koppen.items()}


def geldige_reeks(kolommen: Sequence[Kolom], reeks: str, zelf: Kolom | None = None) -> str:
    """The reeks of a test, "" for one by itself. Raises OngeldigeKolom where that can't be."""
    keuzes = reekskeuzes(kolommen, zelf)
    if reeks and reeks not in keuzes:
        raise OngeldigeKolom([("reeks", "Kies een toets uit de lijst, of geen andere toets.")])
    if zelf is not None and not reeks and zelf.sleutel in keuzes:
        # they follow its key, which also joins it to itself in earlier cycles
        anderen = keuzes[zelf.sleutel]
        raise OngeldigeKolom([("reeks", f"{anderen} hoort hierbij. Maak die eerst los.")])
    return reeks


def geldige_datum(dag: date | None) -> date | None:
    """The date of a test. Raises OngeldigeKolom for a slip of the keyboard."""
    if dag is not None and not geloofwaardig(dag):
        raise OngeldigeKolom([("datum", "Deze datum kan niet kloppen. Vul een jaar in vanaf 2000.")])
    return dag


def op_een_regel(tekst: str) -> str:
    """A name or head without white space to spare."""
    return " ".join(tekst.split())
