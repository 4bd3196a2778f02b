"""The begrijpwijzer as data: categories with help sentences, checklist, explanations, basic needs.

Read from plain data (a parsed TOML file, or rows that a school added); nothing here opens a file.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lti_tool.hgw.redenen import REDEN_PER_SLEUTEL


class OngeldigeBegrijpwijzer(ValueError):
    """The data can't be used; the message says what is wrong where."""


@dataclass(frozen=True)
class Hulpzin:
    """A ready-made "what this pupil needs" phrase.

    ``signalen`` are keys of reasons, ``trefwoorden`` beginnings of words in furthering factors that it fits;
    ``basisbehoefte`` is a key of a basic need or "".
    """

    sleutel: str
    categorie: str
    tekst: str
    signalen: tuple[str, ...] = ()
    trefwoorden: tuple[str, ...] = ()
    basisbehoefte: str = ""


@dataclass(frozen=True)
class Categorie:
    """One of the seven categories; its help sentences begin with ``begin`` ("een instructie")."""

    sleutel: str
    naam: str
    begin: str


@dataclass(frozen=True)
class Uitleg:
    """A term, basic need, entry or checklist item: key, name and one sentence (``uitleg``, may be "").

    ``telling`` names what the tool counts beside a checklist item; ``categorieen`` what an entry opens.
    """

    sleutel: str
    naam: str
    uitleg: str = ""
    telling: str = ""
    categorieen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Begrijpwijzer:
    """Everything of the begrijpwijzer, in the order of the file."""

    categorieen: tuple[Categorie, ...]
    hulpzinnen: tuple[Hulpzin, ...]
    basisbehoeften: tuple[Uitleg, ...]
    ingangen: tuple[Uitleg, ...]
    checklist: tuple[Uitleg, ...]
    begrippen: tuple[Uitleg, ...]


def lees_begrijpwijzer(gegevens: Mapping[str, Any]) -> Begrijpwijzer:
    """Build from parsed TOML.

    Raises OngeldigeBegrijpwijzer: a missing or doubled key, an unknown reason or basic need, an empty text.
    """
    try:
        gelezen = _lees(gegevens)
    except (KeyError, TypeError) as fout:
        raise OngeldigeBegrijpwijzer(f"er ontbreekt iets in de begrijpwijzer: {fout}") from fout
    for soort in (gelezen.categorieen, gelezen.hulpzinnen, gelezen.checklist, gelezen.begrippen):
        _controleer_uniek([deel.sleutel for deel in soort])
    behoeften = {behoefte.sleutel for behoefte in gelezen.basisbehoeften} | {""}
    for zin in gelezen.hulpzinnen:
        _controleer_zin(zin, behoeften)
    return gelezen


def _lees(gegevens: Mapping[str, Any]) -> Begrijpwijzer:
    categorieen = gegevens["categorie"]
    return Begrijpwijzer(
        categorieen=tuple(Categorie(deel["sleutel"], deel["naam"], deel["begin"]) for deel in categorieen),
        hulpzinnen=tuple(_zin(deel["sleutel"], zin) for deel in categorieen for zin in deel["zinnen"]),
        basisbehoeften=_uitleg(gegevens["basisbehoefte"]),
        ingangen=_uitleg(gegevens["pedagogische_ingang"]),
        checklist=_uitleg(gegevens["checklist"]),
        begrippen=_uitleg(gegevens["begrip"]),
    )


def _zin(categorie: str, zin: Mapping[str, Any]) -> Hulpzin:
    return Hulpzin(
        zin["sleutel"],
        categorie,
        zin["tekst"],
        tuple(zin.get("signalen", ())),
        tuple(zin.get("trefwoorden", ())),
        zin.get("basisbehoefte", ""),
    )


def _uitleg(delen: Sequence[Mapping[str, Any]]) -> tuple[Uitleg, ...]:
    return tuple(
        Uitleg(
            deel["sleutel"],
            deel.get("naam") or deel["tekst"],
            deel.get("uitleg", ""),
            deel.get("telling", ""),
            tuple(deel.get("categorieen", ())),
        )
        for deel in delen
    )


def _controleer_zin(zin: Hulpzin, behoeften: Iterable[str]) -> None:
    if not zin.tekst.strip():
        raise OngeldigeBegrijpwijzer(f"hulpzin {zin.sleutel} heeft geen tekst")
    if zin.basisbehoefte not in behoeften:
        raise OngeldigeBegrijpwijzer(f"hulpzin {zin.sleutel}: onbekende basisbehoefte {zin.basisbehoefte}")
    for signaal in zin.signalen:
        if signaal not in REDEN_PER_SLEUTEL:
            raise OngeldigeBegrijpwijzer(f"hulpzin {zin.sleutel}: onbekend signaal {signaal}")


def _controleer_uniek(sleutels: Sequence[str]) -> None:
    for sleutel in sleutels:
        if sleutels.count(sleutel) > 1:
            raise OngeldigeBegrijpwijzer(f"de sleutel {sleutel} staat er twee keer")
