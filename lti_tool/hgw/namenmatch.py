"""Which pupil a row of an imported list is about: certain, doubtful or nobody. Never a guess."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from heapq import nsmallest
from itertools import pairwise

from lti_tool.hgw.naamgelijkenis import Naamvorm, lijkt_op, naamvorm, zelfde_naam

# Enough to choose from; more says that the name says nothing.
_MEESTE_KANDIDATEN = 5
# How many names with the most pairs of letters in common are compared word by word: comparing
# 2,000 rows with 2,000 pupils that way would take minutes.
_ZEEF = 15
# Rare pairs tell names apart: beyond so many occurrences of pairs in names it costs time and adds nothing.
_MEESTE_VINDPLAATSEN = 4000


class Zekerheid(StrEnum):
    ZEKER = "zeker"
    TWIJFEL = "twijfel"
    GEEN = "geen"


@dataclass(frozen=True)
class Kandidaat:
    """A pupil to match with; ``id`` is the caller's own key."""

    id: int
    voornaam: str
    achternaam: str
    nummer: str = ""
    email: str = ""


@dataclass(frozen=True)
class Rij:
    """What a row of a list says about a pupil; what it doesn't say is empty. ``naam`` in any order."""

    naam: str = ""
    nummer: str = ""
    email: str = ""


@dataclass(frozen=True)
class Koppeling:
    """``kandidaten`` holds one id when certain, those to choose from in doubt, else none.

    ``reden`` says in Dutch what it rests on or what is in the way.
    """

    zekerheid: Zekerheid
    kandidaten: tuple[int, ...]
    reden: str


def koppel(rijen: Sequence[Rij], leerlingen: Iterable[Kandidaat]) -> list[Koppeling]:
    """Match every row by pupil number, else e-mail, else name, in the order of the rows.

    Two pupils who fit equally, a number that contradicts a name, a name that only looks alike,
    and two rows for one pupil are all in doubt.
    """
    register = _Register(leerlingen)
    return _zonder_dubbele([register.zoek(rij) for rij in rijen])


def _zonder_dubbele(koppelingen: list[Koppeling]) -> list[Koppeling]:
    keren = Counter(k.kandidaten for k in koppelingen if k.zekerheid is Zekerheid.ZEKER)
    return [
        replace(k, zekerheid=Zekerheid.TWIJFEL, reden="Meer rijen horen bij deze leerling.")
        if k.zekerheid is Zekerheid.ZEKER and keren[k.kandidaten] > 1
        else k
        for k in koppelingen
    ]


class _Register:
    """The pupils of a group, findable by number, e-mail and name."""

    def __init__(self, leerlingen: Iterable[Kandidaat]) -> None:
        self._leerlingen = list(leerlingen)
        self._vormen = [naamvorm(f"{ll.voornaam} {ll.achternaam}") for ll in self._leerlingen]
        self._op_nummer: dict[str, list[int]] = {}
        self._op_email: dict[str, list[int]] = {}
        self._op_kern: dict[tuple[str, ...], list[int]] = {}
        self._op_letters: dict[str, list[int]] = {}
        for plaats, leerling in enumerate(self._leerlingen):
            self._op_nummer.setdefault(_nummer(leerling.nummer), []).append(plaats)
            self._op_email.setdefault(_email(leerling.email), []).append(plaats)
            self._op_kern.setdefault(self._vormen[plaats].kern, []).append(plaats)
            for paar in _letterparen(self._vormen[plaats]):
                self._op_letters.setdefault(paar, []).append(plaats)

    def zoek(self, rij: Rij) -> Koppeling:
        nummer, email, vorm = _nummer(rij.nummer), _email(rij.email), naamvorm(rij.naam)
        if nummer and (gevonden := self._op_nummer.get(nummer)):
            return self._op_kenmerk(gevonden, vorm, "Het leerlingnummer")
        if email and (gevonden := self._op_email.get(email)):
            return self._tegen_nummer(self._op_kenmerk(gevonden, vorm, "Het e-mailadres"), gevonden, nummer)
        if not vorm.kern:
            leeg = "Deze rij heeft geen naam." if not (nummer or email) else "Dit kenmerk is van niemand."
            return Koppeling(Zekerheid.GEEN, (), leeg)
        gelijk = [p for p in self._op_kern.get(vorm.kern, ()) if zelfde_naam(vorm, self._vormen[p])]
        # "van den Berg" decides between van den Berg and Berg, "Berg" doesn't.
        precies = [p for p in gelijk if self._vormen[p] == vorm and vorm.voorvoegsels]
        gevonden = precies or gelijk
        if gevonden:
            return self._tegen_nummer(self._op_naam(gevonden), gevonden, nummer)
        return self._op_gelijkenis(vorm)

    def _op_kenmerk(self, gevonden: list[int], vorm: Naamvorm, wat: str) -> Koppeling:
        if len(gevonden) > 1:
            return self._twijfel(gevonden, f"{wat} hoort bij meer leerlingen.")
        eigen = self._vormen[gevonden[0]]
        if vorm.kern and eigen.kern and not (zelfde_naam(vorm, eigen) or lijkt_op(vorm, eigen)):
            return self._twijfel(gevonden, f"{wat} klopt, maar de naam is anders.")
        return Koppeling(Zekerheid.ZEKER, self._ids(gevonden), f"{wat} klopt.")

    def _op_naam(self, gevonden: list[int]) -> Koppeling:
        if len(gevonden) > 1:
            return self._twijfel(gevonden, "Meer leerlingen hebben deze naam.")
        return Koppeling(Zekerheid.ZEKER, self._ids(gevonden), "De naam klopt.")

    def _op_gelijkenis(self, vorm: Naamvorm) -> Koppeling:
        gedeeld: Counter[int] = Counter()
        vindplaatsen = (self._op_letters.get(paar, []) for paar in _letterparen(vorm))
        for plaatsen in sorted(vindplaatsen, key=len):
            gedeeld.update(plaatsen)
            if gedeeld.total() > _MEESTE_VINDPLAATSEN:
                break
        # the best likeness first, so that it is among those to choose from
        gezeefd = nsmallest(_ZEEF, gedeeld, key=lambda plaats: (-gedeeld[plaats], plaats))
        gevonden = [plaats for plaats in gezeefd if lijkt_op(vorm, self._vormen[plaats])]
        if gevonden:
            return self._twijfel(gevonden, "De naam lijkt erop, maar is niet gelijk.")
        return Koppeling(Zekerheid.GEEN, (), "Geen leerling met deze naam.")

    def _tegen_nummer(self, koppeling: Koppeling, gevonden: list[int], nummer: str) -> Koppeling:
        """A row whose number is nobody's, while this pupil has another number, may be someone else."""
        eigen = _nummer(self._leerlingen[gevonden[0]].nummer)
        if koppeling.zekerheid is Zekerheid.ZEKER and nummer and eigen:
            return self._twijfel(gevonden, "Het leerlingnummer is anders.")
        return koppeling

    def _twijfel(self, gevonden: list[int], reden: str) -> Koppeling:
        return Koppeling(Zekerheid.TWIJFEL, self._ids(gevonden[:_MEESTE_KANDIDATEN]), reden)

    def _ids(self, gevonden: list[int]) -> tuple[int, ...]:
        return tuple(self._leerlingen[plaats].id for plaats in gevonden)


def _nummer(tekst: str) -> str:
    # A spreadsheet drops leading zeros, and writes 120304 as 120304.0.
    return "".join(tekst.split()).casefold().removesuffix(".0").lstrip("0")


def _email(tekst: str) -> str:
    return tekst.strip().casefold()


def _letterparen(vorm: Naamvorm) -> list[str]:
    # In a fixed order, so that ties between pupils fall the same way every time.
    return sorted({a + b for woord in vorm.kern for a, b in pairwise(woord)})
