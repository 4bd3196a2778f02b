"""Proposals for signalling: what the data of a pupil show, and why. The owner decides."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from lti_tool.hgw.reeksen import Gemeten, Meting, dalende_staart, per_reeks, ver_boven
from lti_tool.hgw.scores import Score, onder_ijkpunt

_TELWOORDEN = {2: "twee", 3: "drie", 4: "vier", 5: "vijf", 6: "zes"}


@dataclass(frozen=True)
class Voorstel:
    """A proposal: ``reden`` is a key of REDENEN, or None where only the owner can tell.

    ``kenmerk`` changes only with the data it rests on, so a proposal that was turned down stays
    down until a score or an agreement changes, whatever the wording of ``uitleg``.
    """

    reden: str | None
    uitleg: str
    kenmerk: str


@dataclass(frozen=True)
class Leerlingbeeld:
    """What is known of one pupil: test scores, SEO outcomes, and whether anything else was noted."""

    metingen: Sequence[Meting] = ()
    seo: Sequence[Meting] = ()
    andere_gegevens: bool = False


@dataclass(frozen=True)
class Groepsbeeld:
    """What a pupil is compared with.

    ``scores`` holds those of the other pupils per ``Meting.toets``; ``redenen`` the reason that
    goes with a low score per reeks, where that isn't leerachterstand (spelling: "spelling").
    """

    scores: Mapping[str, Sequence[Score | None]] = field(default_factory=lambda: MappingProxyType({}))
    redenen: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def stel_voor(leerling: Leerlingbeeld, groep: Groepsbeeld) -> tuple[Voorstel, ...]:
    """All proposals for one pupil, in the order of the measurements; first what lags, then what leads."""
    if niets := geen_gegevens(leerling):
        return (niets,)
    return (
        *lage_scores(leerling.metingen, groep.redenen),
        *lage_seo(leerling.seo),
        *hoge_scores(leerling.metingen, groep.scores),
    )


def lage_scores(metingen: Iterable[Meting], redenen: Mapping[str, str]) -> list[Voorstel]:
    """Per reeks one proposal where the last score is under its ijkpunt, or the scores fall, or both."""
    voorstellen: list[Voorstel] = []
    for naam, reeks in per_reeks(metingen).items():
        laatste = reeks[-1]
        onder, daling = _onder(laatste), dalende_staart(reeks)
        if not (onder or daling):
            continue
        uitleg = [f"{naam}: {laatste.score.tekst}"]
        if onder:
            uitleg.append(f", onder de afspraak {onder.tekst}")
        if daling:
            uitleg.append(f"{'; ' if onder else ', '}{_daling_tekst(daling)}")
        reden = redenen.get(naam, "leerachterstand") if onder else "teruglopend"
        # A classmate's score or an older, higher one is no part of what this rests on.
        kenmerk = _kenmerk("laag" if onder else "daling", naam, daling or [laatste])
        voorstellen.append(Voorstel(reden, "".join(uitleg), kenmerk))
    return voorstellen


def lage_seo(metingen: Iterable[Meting]) -> list[Voorstel]:
    """A proposal per SEO category whose last outcome is below its norm."""
    return [
        Voorstel(
            "sociaal_emotioneel",
            f"{naam}: {reeks[-1].score.tekst}, onder de norm {norm.tekst}",
            _kenmerk("seo", naam, reeks[-1:]),
        )
        for naam, reeks in per_reeks(metingen).items()
        if (norm := _onder(reeks[-1]))
    ]


def hoge_scores(metingen: Iterable[Meting], groep: Mapping[str, Sequence[Score | None]]) -> list[Voorstel]:
    """A proposal per reeks whose last score is far above the others' on the same test."""
    return [
        Voorstel(
            "voorsprong",
            f"{naam}: {reeks[-1].score.tekst}, ver boven de groep",
            _kenmerk("hoog", naam, reeks[-1:]),
        )
        for naam, reeks in per_reeks(metingen).items()
        if ver_boven(reeks[-1].score, groep.get(reeks[-1].meting.toets, ()))
    ]


def geen_gegevens(leerling: Leerlingbeeld) -> Voorstel | None:
    """A proposal for a pupil nobody looked at yet: no score, no SEO outcome, no note."""
    gemeten = any(meting.score for meting in (*leerling.metingen, *leerling.seo))
    if gemeten or leerling.andere_gegevens:
        return None
    return Voorstel(
        None, "nog geen gegevens: niemand heeft naar deze leerling gekeken", _kenmerk("leeg", "", ())
    )


def _onder(laatste: Gemeten) -> Score | None:
    """The ijkpunt that a score is under; an ijkpunt left behind on an older scale says nothing."""
    ijkpunt = laatste.meting.ijkpunt
    if ijkpunt is None or ijkpunt.schaal != laatste.score.schaal:
        return None
    return ijkpunt if onder_ijkpunt(laatste.score, ijkpunt) else None


def _daling_tekst(daling: Sequence[Gemeten]) -> str:
    if len(daling) == 2:
        return f"was {daling[0].score.tekst}"
    return f"daalt {_TELWOORDEN.get(len(daling), len(daling))} metingen op rij"


def _kenmerk(soort: str, naam: str, gegevens: Sequence[Gemeten]) -> str:
    """A short fingerprint of what a proposal rests on: the scores, their tests and agreements."""
    delen = [soort, naam]
    for gemeten in gegevens:
        ijkpunt = gemeten.meting.ijkpunt
        delen += [gemeten.meting.toets, gemeten.score.tekst, ijkpunt.tekst if ijkpunt else ""]
    # Length-prefixed, so that no text can be mistaken for the end of another.
    bron = "".join(f"{len(deel)}:{deel}" for deel in delen)
    return hashlib.sha256(bron.encode()).hexdigest()[:32]
