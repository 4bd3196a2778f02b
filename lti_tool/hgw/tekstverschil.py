"""What changed between two texts, word by word, as a person reads it."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Soort = Literal["gelijk", "weg", "nieuw"]
# words with the white space after them, so that the pieces join into the text again
_WOORD = re.compile(r"\S+\s*|\s+")
# comparing takes time with the square of the length; longer texts are shown whole
_LANGSTE = 6000


@dataclass(frozen=True)
class Stuk:
    """A piece of text that stayed, went or came."""

    soort: Soort
    tekst: str


def verschil(oud: str, nieuw: str) -> tuple[Stuk, ...]:
    """The pieces in reading order. All but "nieuw" make the old text, all but "weg" the new one."""
    if oud == nieuw:
        return (Stuk("gelijk", oud),) if oud else ()
    if len(oud) + len(nieuw) > 2 * _LANGSTE:
        return _kaal([Stuk("weg", oud), Stuk("nieuw", nieuw)])
    links, rechts = _WOORD.findall(oud), _WOORD.findall(nieuw)
    vergelijking = SequenceMatcher(None, links, rechts, autojunk=False)
    stukken: list[Stuk] = []
    for wat, a, b, c, d in vergelijking.get_opcodes():
        if wat == "equal":
            stukken.append(Stuk("gelijk", "".join(links[a:b])))
        else:
            stukken += [Stuk("weg", "".join(links[a:b])), Stuk("nieuw", "".join(rechts[c:d]))]
    return _kaal(stukken)


def _kaal(stukken: list[Stuk]) -> tuple[Stuk, ...]:
    return tuple(stuk for stuk in stukken if stuk.tekst)
