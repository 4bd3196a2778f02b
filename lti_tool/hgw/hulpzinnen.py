"""Which help sentences fit a pupil, and finding one while typing."""

from collections.abc import Collection, Sequence
from functools import lru_cache

from lti_tool.hgw.begrijpwijzer import Hulpzin
from lti_tool.hgw.namen import zoek_tekst
from lti_tool.hgw.redenen import REDEN_PER_SLEUTEL


def rangschik(
    zinnen: Sequence[Hulpzin], signalen: Collection[str], bevorderend_tekst: str
) -> list[tuple[Hulpzin, str | None]]:
    """All sentences, those that fit first, each with the reason in Dutch or None.

    ``signalen`` are keys of reasons for which the pupil is marked (unknown ones are passed over);
    ``bevorderend_tekst`` is what is written about qualities and what helps. A quality weighs more than a
    signal: what a pupil is good at is to be used. Sentences that fit equally well stay in the given order.
    """
    bekend = [sleutel for sleutel in REDEN_PER_SLEUTEL if sleutel in signalen]
    woorden = _woorden(bevorderend_tekst)
    gewogen = [(*_gewicht(zin, bekend, woorden), zin) for zin in zinnen]
    gewogen.sort(key=lambda deel: -deel[0])
    return [(zin, waarom) for _, waarom, zin in gewogen]


@lru_cache(maxsize=2048)
def zoekwoorden(zin: Hulpzin) -> str:
    """The words by which a sentence is found, folded, its catchwords too."""
    return zoek_tekst(f"{zin.tekst} {' '.join(zin.trefwoorden)}")


def zoek(zinnen: Sequence[Hulpzin], tekst: str) -> list[Hulpzin]:
    """Sentences in which every typed word begins a word; an empty search finds all.

    Case and accents don't count. Sentences that say it come before those that only have it as catchword.
    """
    gezocht = zoek_tekst(tekst).split()
    in_tekst = [zin for zin in zinnen if _begint_alles(gezocht, _woorden(zin.tekst))]
    gevonden = {zin.sleutel for zin in in_tekst}
    verder = [
        zin
        for zin in zinnen
        if zin.sleutel not in gevonden
        and _begint_alles(gezocht, _woorden(" ".join((zin.tekst, *zin.trefwoorden))))
    ]
    return in_tekst + verder


def _gewicht(zin: Hulpzin, signalen: Sequence[str], woorden: Sequence[str]) -> tuple[int, str | None]:
    past = [f"“{REDEN_PER_SLEUTEL[sleutel].naam}”" for sleutel in signalen if sleutel in zin.signalen]
    helpt = _treffers(zin, woorden)
    redenen = []
    if helpt:
        redenen.append(f"sluit aan bij wat helpt: {_opsomming(helpt)}")
    if past:
        signaal = "het signaal" if len(past) == 1 else "de signalen"
        redenen.append(f"past bij {signaal} {_opsomming(past)}")
    return 3 * len(helpt) + 2 * len(past), "; ".join(redenen) or None


def _treffers(zin: Hulpzin, woorden: Sequence[str]) -> list[str]:
    """Words of the furthering factors that a catchword of the sentence begins, each catchword once."""
    gevonden = []
    for trefwoord in zin.trefwoorden:
        reeks = _woorden(trefwoord)
        for plaats, woord in enumerate(woorden if reeks else ()):
            if not woord.startswith(reeks[0]):
                continue
            stuk = " ".join(woorden[plaats : plaats + len(reeks)])
            if stuk.startswith(" ".join(reeks)):
                gevonden.append(f"“{stuk}”")
                break
    return list(dict.fromkeys(gevonden))


def _begint_alles(gezocht: Sequence[str], woorden: Sequence[str]) -> bool:
    return all(any(woord.startswith(deel) for woord in woorden) for deel in gezocht)


def _opsomming(delen: Sequence[str]) -> str:
    if len(delen) < 2:
        return "".join(delen)
    return ", ".join(delen[:-1]) + " en " + delen[-1]


@lru_cache(maxsize=2048)
def _woorden(tekst: str) -> tuple[str, ...]:
    return tuple(zoek_tekst(tekst).split())
