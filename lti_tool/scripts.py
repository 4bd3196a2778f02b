"""Which scripts a page's script imports, so that a browser can ask for all of them at once.

Without that a browser learns of each only from the one before it: a round trip to the server for every step
(WHATWG HTML, link type "modulepreload").
"""

import re
from functools import cache
from pathlib import Path
from posixpath import dirname, join, normpath

from flask import Flask

MAP = Path(__file__).parent / "static" / "js"
_IMPORT = re.compile(r"""^(?:import|export)\s(?:[^"']*\sfrom\s)?["'](\.{1,2}/[^"']+)["']""", re.MULTILINE)


def importeert(pad: str) -> tuple[str, ...]:
    """What one script imports, as paths under static/js. Raises FileNotFoundError."""
    tekst = (MAP / pad).read_text(encoding="utf-8")
    return tuple(normpath(join(dirname(pad), ander)) for ander in _IMPORT.findall(tekst))


@cache
def scripts_van(naam: str) -> tuple[str, ...]:
    """All that js/<naam>.js imports, directly or not, in the order in which it is met; without itself."""
    begin = f"{naam}.js"
    gevonden = {begin: None}
    wachtrij = [begin]
    while wachtrij:
        for pad in importeert(wachtrij.pop(0)):
            if pad not in gevonden:
                gevonden[pad] = None
                wachtrij.append(pad)
    return tuple(pad for pad in gevonden if pad != begin)


def init_app(app: Flask) -> None:
    """For templates/macros/script.html."""
    app.jinja_env.globals["scripts_van"] = scripts_van
