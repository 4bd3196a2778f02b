"""Columns as a text that a person can edit (TOML): read, with the line of what is wrong, and written."""

import json
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lti_tool.services.fouten import OngeldigeWaarde

TEKST_LANGSTE = 100_000
# more than this nobody repairs before trying again
_FOUTEN_TEN_HOOGSTE = 20

_KOP = re.compile(r"\s*\[\[\s*kolommen\s*\]\]\s*(#.*)?")
_PLAATS = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)")


class OngeldigFormaat(OngeldigeWaarde):
    """A text of columns that can't be used; `fouten` are sentences, each with the line it is about."""

    def __init__(self, fouten: Sequence[str]) -> None:
        super().__init__(" ".join(fouten))
        self.fouten = list(fouten)


@dataclass(frozen=True)
class Kolomtekst:
    """The columns of a text as they stand there, what is wrong around them, and where they are."""

    rijen: list[dict[str, Any]]
    fouten: list[str]
    regels: "Regels"


def lees_kolommen(tekst: str, ten_hoogste: int) -> Kolomtekst:
    """What stands under [[kolommen]]. Raises OngeldigFormaat when that can't be made out."""
    if len(tekst) > TEKST_LANGSTE:
        raise OngeldigFormaat([f"De tekst is te lang: er passen {TEKST_LANGSTE} tekens in."])
    tekst = tekst.replace("\r\n", "\n")
    try:
        inhoud = tomllib.loads(tekst)
    except (ValueError, RecursionError) as fout:  # the second for thousands of brackets
        raise OngeldigFormaat([_leesfout(str(fout))]) from fout
    rijen = inhoud.pop("kolommen", None)
    fouten = [f"{naam} hoort hier niet: alles staat onder een regel [[kolommen]]." for naam in inhoud]
    if not isinstance(rijen, list) or not rijen or not all(isinstance(rij, dict) for rij in rijen):
        raise OngeldigFormaat([*fouten, "Begin elke kolom met een regel [[kolommen]]."])
    if len(rijen) > ten_hoogste:
        raise OngeldigFormaat([f"Er staan {len(rijen)} kolommen. Er passen er {ten_hoogste} in."])
    return Kolomtekst(rijen, fouten, Regels(tekst, len(rijen)))


def eis_goed(fouten: Sequence[str]) -> None:
    """Raises OngeldigFormaat with the first of these, and how many more there are."""
    if not fouten:
        return
    rest = len(fouten) - _FOUTEN_TEN_HOOGSTE
    meer = [f"En nog {rest} andere."] if rest > 0 else []
    raise OngeldigFormaat([*fouten[:_FOUTEN_TEN_HOOGSTE], *meer])


class Regels:
    """Where the columns stand in the text; says only their number when they aren't under [[kolommen]]."""

    def __init__(self, tekst: str, aantal: int) -> None:
        self._regels = tekst.split("\n")
        koppen = [n for n, regel in enumerate(self._regels) if _KOP.fullmatch(regel)]
        self._koppen = [*koppen, len(self._regels)] if len(koppen) == aantal else []

    def plek(self, nummer: int, veld: str) -> str:
        """ "Regel 12" for a field of the column with this number (from 0)."""
        if not self._koppen:
            return f"Kolom {nummer + 1}"
        begin, eind = self._koppen[nummer : nummer + 2]
        regel = re.compile(rf"\s*[\"']?{re.escape(veld)}[\"']?\s*[=.]")
        gevonden = (n for n in range(begin, eind) if veld and regel.match(self._regels[n]))
        return f"Regel {next(gevonden, begin) + 1}"


def _leesfout(melding: str) -> str:
    """What stops the reader, with the place; the words of the reader itself are English."""
    plaats = _PLAATS.search(melding)
    waar = f"Regel {plaats[1]}, teken {plaats[2]}" if plaats and plaats[1] else "Aan het einde"
    return (
        f"{waar}: hier klopt de schrijfwijze niet. Op een regel staat een woord, een is-teken en een waarde, "
        'bijvoorbeeld naam = "Spelling". Ontbreekt er een aanhalingsteken of een haakje?'
    )


def als_toml(waarde: Any) -> str:
    """A value as TOML writes it; its strings are written as JSON's."""
    if isinstance(waarde, dict):
        return "{ " + ", ".join(f"{naam} = {als_toml(w)}" for naam, w in waarde.items()) + " }"
    if isinstance(waarde, list):
        return "[" + ", ".join(als_toml(w) for w in waarde) + "]"
    return json.dumps(waarde, ensure_ascii=False).replace("\x7f", "\\u007f")
