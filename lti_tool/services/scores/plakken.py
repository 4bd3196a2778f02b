"""A block from the clipboard: from the chosen cell on in the order of the screen, or by the names in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from lti_tool.hgw.afronden import lees_ruim
from lti_tool.hgw.namenmatch import Rij, Zekerheid, koppel
from lti_tool.hgw.schalen import Schaal
from lti_tool.hgw.scores import OngeldigeScore
from lti_tool.hgw.tabelplak import Tabel, TeGroot, lees_plaktekst
from lti_tool.models import Kolom, Kolomsoort
from lti_tool.services.fouten import NietGevonden, OngeldigeWaarde
from lti_tool.services.scores.scoreblok import Blokrij, Klas, kandidaten, koppel_rijen

# Names stand in front, in three columns at most; so many rows tell whether they are names.
_ZOEK_NAMEN_IN = 4
_MEESTE_DELEN = 3
_PROEF = 30


@dataclass(frozen=True)
class Namen:
    """Where the block says who a row is about: the columns from `begin`, `breed` of them together."""

    begin: int
    breed: int


@dataclass(frozen=True)
class Plakblok:
    """The rows of a block, and what to say of it. `namen`: it holds names; `op_naam`: they were used."""

    rijen: list[Blokrij]
    meldingen: list[str]
    namen: bool
    op_naam: bool


def maak_blok(
    tekst: str, klas: Klas, regel_ids: Sequence[int], kolommen: Sequence[Kolom], *, op_plaats: bool
) -> Plakblok:
    """Lay pasted text over the overview. Row ids and columns run from the chosen cell on, as on the screen.

    Rows go by the names in the block where it has them, unless `op_plaats`. Raises OngeldigeWaarde for
    nothing or too much, NietGevonden for a row that isn't in the overview.
    """
    if not set(regel_ids) <= {regel.id for regel, _ in klas}:
        raise NietGevonden("Een van deze rijen staat niet in het overzicht.")
    try:
        tabel = lees_plaktekst(tekst)
    except TeGroot as fout:
        raise OngeldigeWaarde(str(fout)) from fout
    if not tabel or not regel_ids or not kolommen:
        raise OngeldigeWaarde("Er is niets om te plakken.")
    namen = _zoek_namen(tabel, klas)
    tabel, meldingen = _zonder_kop(tabel, kolommen, namen if namen and not op_plaats else None)
    if namen and not op_plaats:
        rijen, over = _op_naam(tabel, klas, kolommen, namen)
    else:
        rijen, over = _op_plaats(tabel, regel_ids, kolommen)
    return Plakblok(rijen, meldingen + over, namen is not None, bool(namen and not op_plaats))


def _op_plaats(
    tabel: Tabel, regel_ids: Sequence[int], kolommen: Sequence[Kolom]
) -> tuple[list[Blokrij], list[str]]:
    rijen = [
        Blokrij("", Zekerheid.ZEKER, (regel_id,), "", _waarden(rij, kolommen))
        for rij, regel_id in zip(tabel, regel_ids, strict=False)
    ]
    meldingen = []
    if len(tabel) > len(regel_ids):
        plek = "past 1 rij" if len(regel_ids) == 1 else f"passen {len(regel_ids)} rijen"
        meldingen.append(f"Vanaf deze cel {plek}; je plakt er {len(tabel)}.")
    return rijen, meldingen + _te_breed(len(tabel[0]), kolommen)


def _op_naam(
    tabel: Tabel, klas: Klas, kolommen: Sequence[Kolom], namen: Namen
) -> tuple[list[Blokrij], list[str]]:
    wie = [_wie(rij, namen) for rij in tabel]
    waarden = [_waarden(_rest(rij, namen), kolommen) for rij in tabel]
    rijen = koppel_rijen(klas, [_als_rij(tekst) for tekst in wie], waarden, wie)
    return rijen, _te_breed(len(tabel[0]) - namen.breed, kolommen)


def _te_breed(breedte: int, kolommen: Sequence[Kolom]) -> list[str]:
    if breedte <= len(kolommen):
        return []
    plek = "past 1 kolom" if len(kolommen) == 1 else f"passen {len(kolommen)} kolommen"
    return [f"Vanaf deze cel {plek}; je plakt er {breedte}."]


def _zoek_namen(tabel: Tabel, klas: Klas) -> Namen | None:
    """The columns in which at least half of the rows name a pupil of this class, if there are any.

    They must leave something to paste.
    """
    proef = tabel[:_PROEF]
    breedte = len(tabel[0])
    beste, meeste = None, len(proef) / 2
    for begin in range(min(_ZOEK_NAMEN_IN, breedte)):
        for breed in range(1, min(_MEESTE_DELEN, breedte - begin) + 1):
            if breed == breedte:
                continue
            namen = Namen(begin, breed)
            gekoppeld = koppel([_als_rij(_wie(rij, namen)) for rij in proef], kandidaten(klas))
            # a sure match says more than a name that looks alike
            punten = sum({"zeker": 1.0, "twijfel": 0.75}.get(k.zekerheid, 0) for k in gekoppeld)
            if punten >= meeste and (beste is None or punten > meeste):
                beste, meeste = namen, punten
    return beste


def _zonder_kop(tabel: Tabel, kolommen: Sequence[Kolom], namen: Namen | None) -> tuple[Tabel, list[str]]:
    """Leave out a first row with heads: none of its values is a score, while those under it are."""
    if len(tabel) < 2:
        return tabel, []
    eerste, tweede = ([_past(*paar) for paar in _scores(rij, kolommen, namen)] for rij in tabel[:2])
    if eerste and not any(eerste) and any(tweede):
        return tabel[1:], ["De eerste rij is een kopregel en wordt overgeslagen."]
    return tabel, []


def _scores(rij: Sequence[str], kolommen: Sequence[Kolom], namen: Namen | None) -> list[tuple[Kolom, str]]:
    waarden = _rest(rij, namen) if namen else rij
    paren = zip(kolommen, waarden, strict=False)
    return [(kolom, waarde) for kolom, waarde in paren if waarde and kolom.soort != Kolomsoort.TEKST]


def _past(kolom: Kolom, waarde: str) -> bool:
    try:
        return lees_ruim(Schaal.van_dict(kolom.schaal or {}), waarde) is not None
    except OngeldigeScore:
        return False


def _waarden(rij: Sequence[str], kolommen: Sequence[Kolom]) -> dict[int, str]:
    return {kolom.id: waarde for kolom, waarde in zip(kolommen, rij, strict=False)}


def _wie(rij: Sequence[str], namen: Namen) -> str:
    return " ".join(deel for deel in rij[namen.begin : namen.begin + namen.breed] if deel)


def _rest(rij: Sequence[str], namen: Namen) -> Sequence[str]:
    return (*rij[: namen.begin], *rij[namen.begin + namen.breed :])


def _als_rij(tekst: str) -> Rij:
    if "@" in tekst:
        return Rij(email=tekst)
    return Rij(nummer=tekst) if tekst.isalnum() and any(t.isdigit() for t in tekst) else Rij(naam=tekst)
