"""The domains that an educational need can belong to."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True)
class Domein:
    """``kop`` opens the statement in the overview ("" where it goes without saying).

    ``redenen``: keys of reasons for which a need in this domain is the likely one.
    """

    sleutel: str
    naam: str
    kop: str = ""
    redenen: tuple[str, ...] = ()


PEDAGOGISCH = Domein("pedagogisch", "Pedagogisch")
VAK = Domein("vak", "Dit vak")
# Of the mentor's overview (cyclus A), in the order in which they are shown.
ALGEMEEN: tuple[Domein, ...] = (
    PEDAGOGISCH,
    Domein("tl", "Technisch lezen", "Technisch lezen"),
    Domein("bl", "Begrijpend lezen", "Begrijpend lezen", ("lezen",)),
    Domein("sp", "Spelling", "Spelling", ("spelling",)),
    Domein("rk", "Rekenen", "Rekenen", ("rekenen",)),
)
DOMEIN_PER_SLEUTEL = {domein.sleutel: domein for domein in (*ALGEMEEN, VAK)}


def domeinen_voor(vakspecifiek: bool) -> tuple[Domein, ...]:
    """The domains of an overview: those of cyclus A, or the one of a subject (cyclus B)."""
    return (VAK,) if vakspecifiek else ALGEMEEN


def kies_domein(domeinen: tuple[Domein, ...], signalen: Collection[str]) -> Domein:
    """Where to begin with a pupil who is marked for these reasons: a basic skill if that is all."""
    past = [domein for domein in domeinen if signalen and set(signalen) <= set(domein.redenen)]
    return (past or domeinen)[0]
