"""School subjects and the short names they have in course titles and timetables."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from lti_tool.hgw.namen import zoek_tekst

Woorden = tuple[str, ...]

_PUNTJE = re.compile(r"\b(\w)\.(?=\w\b)")


def woorden(tekst: str) -> Woorden:
    """A title in folded words: ``3ha-netl-2627`` is ("3ha", "netl", "2627"), ``L.O.`` is ("lo",)."""
    return tuple(zoek_tekst(_PUNTJE.sub(r"\1", tekst)).split())


def vaknamen(vakken: Sequence[Mapping[str, Any]]) -> list[tuple[Woorden, str]]:
    """Every name of every subject in folded words, the longest first, with the subject.

    ``vakken`` is plain data: ``{"naam": "wiskunde", "afkortingen": ["wi", "wisk"]}``.
    """
    namen = [
        (woorden(naam), str(vak["naam"]))
        for vak in vakken
        for naam in (vak["naam"], *vak.get("afkortingen", ()))
    ]
    return sorted((paar for paar in namen if paar[0]), key=lambda paar: (-len(paar[0]), paar))
