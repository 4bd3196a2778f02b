"""What may come in at all, for any view: ids that exist, JSON that says each thing once, real text."""

from collections.abc import Iterator
from typing import Any

from flask import Flask, abort, request
from flask.json.provider import DefaultJSONProvider
from werkzeug.routing import IntegerConverter, Map, ValidationError

from lti_tool.security.toegang import PUBLIEK

# PostgreSQL's integer; a larger id is nobody's, and neither database could look for it.
HOOGSTE = 2**31 - 1


class Idconverter(IntegerConverter):
    """<int:…> in an address: a number that an id can be; another address is not found."""

    def __init__(self, map_: Map) -> None:
        super().__init__(map_, max=HOOGSTE)

    def to_python(self, value: str) -> int:
        # Python itself refuses to read thousands of digits
        if len(value) > len(str(HOOGSTE)):
            raise ValidationError
        return int(super().to_python(value))


class StrengeJson(DefaultJSONProvider):
    """JSON without doubled names, numbers that don't fit, null characters or halves of characters.

    loads raises ValueError for those, which becomes a 400.
    """

    def loads(self, s: str | bytes, **kwargs: Any) -> Any:
        try:
            waarde = super().loads(
                s,
                object_pairs_hook=_eenmalig,
                parse_int=_geheel,
                parse_constant=_geen_getal,
                **kwargs,
            )
        except RecursionError:
            raise ValueError("nested too deeply") from None
        for tekst in _teksten(waarde):
            tekst.encode()
            if "\x00" in tekst:
                raise ValueError("null character")
        return waarde


def _eenmalig(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({naam for naam, _ in paren}) < len(paren):
        raise ValueError("a name is given twice")
    return dict(paren)


def _geheel(cijfers: str) -> int:
    if len(cijfers) > len(str(-HOOGSTE)) or abs(int(cijfers)) > HOOGSTE:
        raise ValueError("a number is too large")
    return int(cijfers)


def _geen_getal(naam: str) -> Any:
    raise ValueError(f"{naam} is no JSON")


def _teksten(waarde: Any) -> Iterator[str]:
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, dict):
        for naam, deel in waarde.items():
            yield naam
            yield from _teksten(deel)
    elif isinstance(waarde, list):
        for deel in waarde:
            yield from _teksten(deel)


def controleer() -> None:
    """Run before every view: no keyboard makes a null character, and PostgreSQL can't keep one."""
    if request.endpoint in PUBLIEK:
        return  # these look for themselves
    for velden in (request.args, request.form):
        if any("\x00" in tekst for naam, waarden in velden.lists() for tekst in (naam, *waarden)):
            abort(400)


def init_app(app: Flask) -> None:
    """To be called before any address is registered."""
    app.url_map.converters["int"] = Idconverter
    app.json = StrengeJson(app)
    app.before_request(controleer)
