"""One readable statement from goals and chosen help sentences: the goal first, then what is needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lti_tool.hgw.begrijpwijzer import Categorie
from lti_tool.hgw.datums import datum_tekst

# Without a goal, with one, with more.
_AANHEF = (
    "Deze leerling heeft",
    "Om dit doel te bereiken heeft deze leerling",
    "Om deze doelen te bereiken heeft deze leerling",
)


@dataclass(frozen=True)
class Doelzin:
    """A goal as the teacher wrote it: what, how it is seen ("" when not given), by when; 1 goes first."""

    tekst: str
    maat: str = ""
    voor_wanneer: date | None = None
    prioriteit: int = 1


@dataclass(frozen=True)
class Nodigzin:
    """A chosen, changed or own sentence about what is needed, in a category (its key)."""

    categorie: str
    tekst: str


def stel_samen(doelen: Sequence[Doelzin], nodig: Sequence[Nodigzin], categorieen: Sequence[Categorie]) -> str:
    """The statement for the overview's last column; "" when there is nothing to say.

    Sentences of one category join ("een instructie die ... en die ..."), in the order of choosing; an own
    sentence that doesn't begin like its category stands by itself. A category that isn't known does no harm.
    """
    op_volgorde = sorted((doel for doel in doelen if _kaal(doel.tekst)), key=lambda doel: doel.prioriteit)
    delen = [_doelen(op_volgorde), _nodig(nodig, categorieen, len(op_volgorde))]
    return " ".join(deel for deel in delen if deel)


def _doelen(doelen: Sequence[Doelzin]) -> str:
    zinnen = [doel_in_woorden(doel) for doel in doelen]
    if len(zinnen) < 2:
        return "".join(f"Doel: {zin}." for zin in zinnen)
    genummerd = "; ".join(f"{nummer}. {zin}" for nummer, zin in enumerate(zinnen, start=1))
    return f"Doelen: {genummerd}."


def doel_in_woorden(doel: Doelzin) -> str:
    """A goal on one line, without a full stop: what, how it is seen, by when."""
    tekst = _kaal(doel.tekst)
    if _kaal(doel.maat):
        tekst += f" (te zien aan: {_kaal(doel.maat)})"
    if doel.voor_wanneer:
        tekst += f", uiterlijk {datum_tekst(doel.voor_wanneer)}"
    return tekst


def _nodig(nodig: Sequence[Nodigzin], categorieen: Sequence[Categorie], aantal_doelen: int) -> str:
    begin_van = {categorie.sleutel: categorie.begin for categorie in categorieen}
    groepen: dict[str, list[str]] = {}
    for zin in nodig:
        if _kaal(zin.tekst):
            groepen.setdefault(zin.categorie, []).append(_kaal(zin.tekst))
    if not groepen:
        return ""
    delen = [
        deel for sleutel, teksten in groepen.items() for deel in _groep(begin_van.get(sleutel, ""), teksten)
    ]
    return f"{_AANHEF[min(aantal_doelen, 2)]} nodig: {'; '.join(delen)}."


def _groep(begin: str, teksten: Sequence[str]) -> list[str]:
    """Join the sentences that begin like their category; the others follow by themselves."""
    kop = f"{begin} "
    staarten = [
        tekst[len(kop) :] for tekst in teksten if begin and tekst.casefold().startswith(kop.casefold())
    ]
    los = [tekst for tekst in teksten if not begin or not tekst.casefold().startswith(kop.casefold())]
    samen = [kop + _opsomming(staarten)] if len(staarten) > 1 else []
    return (samen or [kop + staart for staart in staarten]) + los


def _opsomming(delen: Sequence[str]) -> str:
    # Parts that hold a comma or "en" themselves run together without one more comma.
    rommelig = any("," in deel or " en " in deel for deel in delen)
    return ", ".join(delen[:-1]) + (", en " if rommelig else " en ") + delen[-1]


def _kaal(tekst: str) -> str:
    """One line without the full stop at its end."""
    return " ".join(tekst.split()).rstrip(" .;,")
