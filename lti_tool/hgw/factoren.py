"""Furthering factors out of what teachers wrote, and a sentence that puts one to use."""

import re

# What marks a colleague's added line: "(Marieke de Jong, 22-11)".
_ONDERTEKEND = re.compile(r"\s\([^()]{1,120}, \d{1,2}-\d{1,2}\)\s*$")
_STREEPJE = re.compile(r"^\s*(?:[-*•–+]|\d{1,2}[.)])\s+")
_ZINSEINDE = re.compile(r"(?<=[.!?;])\s+(?=\S)")
_LANGSTE = 200

CATEGORIE = "activiteiten"
_BEGIN = "leeractiviteiten die gebruikmaken van wat helpt:"


def factoren(tekst: str) -> list[str]:
    """The separate factors in a text, each once: one a line or a sentence, without who signed."""
    gevonden = []
    for regel in tekst.splitlines():
        kaal = _STREEPJE.sub("", _ONDERTEKEND.sub("", regel))
        gevonden += [deel.strip(" .;,-") for deel in _ZINSEINDE.split(kaal)]
    return list(dict.fromkeys(deel for deel in gevonden if deel and len(deel) <= _LANGSTE))


def als_nodig(factor: str) -> str:
    """A sentence of CATEGORIE that pulls a factor into the need."""
    eerste = factor[0].lower() if len(factor) > 1 and factor[1].islower() else factor[0]
    return f"{_BEGIN} {eerste}{factor[1:]}"
