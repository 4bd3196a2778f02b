"""Every failure becomes an answer here: a Dutch page, or JSON for the page's own scripts."""

from dataclasses import dataclass
from typing import Any

import structlog
from flask import Flask, Response, g, jsonify, make_response, render_template, request, session
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from lti_tool.documents.tekst import schoon
from lti_tool.extensions import db
from lti_tool.lti.fouten import LtiFout
from lti_tool.security.fouten import GeenBezoek, GeenRecht
from lti_tool.services.fouten import Conflict, DomeinFout, Gesloten, NietGevonden, OngeldigeWaarde

log = structlog.get_logger()

STATUS: dict[type[DomeinFout], int] = {
    NietGevonden: 404,
    Conflict: 409,
    Gesloten: 409,
    OngeldigeWaarde: 422,
}


@dataclass(frozen=True)
class Foutpagina:
    """`code` is for the helpdesk; `json_code` for our own scripts."""

    status: int
    code: str
    json_code: str
    titel: str
    wat_nu: str


# characters of typed text that are shown again
_GETYPT_LANGSTE = 20_000
_OPNIEUW = "Ga terug naar de leeromgeving en open Groepswijzer daar opnieuw."
BEZOEK_OVER = Foutpagina(401, "GW-401", "sessie", "Je bezoek is voorbij", _OPNIEUW)
GEEN_RECHT = Foutpagina(
    403,
    "GW-403",
    "recht",
    "Dit mag je hier niet",
    "Vraag de eigenaar van deze groep of de beheerder van je school om je te helpen.",
)

_HTTP: dict[int, tuple[str, str]] = {
    400: ("Deze aanvraag is niet goed aangekomen", f"Er is niets gewijzigd. {_OPNIEUW}"),
    404: ("Deze pagina is er niet", _OPNIEUW),
    405: ("Zo kan deze pagina niet worden geopend", _OPNIEUW),
    413: ("Dit is te veel in één keer", "Er is niets gewijzigd. Maak de tekst of het bestand kleiner."),
    415: ("Dit soort bericht kan de pagina niet lezen", "Er is niets gewijzigd. Laad de pagina opnieuw."),
}
_ONVERWACHT = Foutpagina(
    500,
    "GW-500",
    "storing",
    "Er ging iets mis in Groepswijzer",
    "Wat je had opgeslagen, staat er nog. Probeer het over een minuut opnieuw.",
)


def _wil_json() -> bool:
    return request.is_json or request.accept_mimetypes.best == "application/json"


def _antwoord(pagina: Foutpagina, melding: str = "", **gegevens: Any) -> Response:
    db.session.rollback()
    if _wil_json():
        return make_response(
            jsonify(code=pagina.json_code, fout=melding or pagina.titel, **gegevens), pagina.status
        )
    html = render_template("errors/fout.html", pagina=pagina, bericht=melding, getypt=_getypt())
    return make_response(html, pagina.status)


def _getypt() -> list[str]:
    """The texts of a form that can't be taken, to copy: going back, a browser no longer has them (no-store).

    Only for a form of our own pages: nobody else's words are shown here.
    """
    if request.method != "POST" or request.headers.get("Sec-Fetch-Site") != "same-origin":
        return []
    try:
        waarden = list(request.form.values())
    except HTTPException:
        # too large or cut off: there is nothing to show
        return []
    # one word is a choice or a date; of what is longer a person wrote something
    teksten = [tekst for waarde in waarden if " " in (tekst := schoon(waarde).strip())]
    return teksten if sum(map(len, teksten)) <= _GETYPT_LANGSTE else []


def _lti(fout: LtiFout) -> Response:
    """One structured log line, without personal data."""
    log.warning("launch refused", code=fout.code, reason=fout.reden, endpoint=request.endpoint)
    return _antwoord(Foutpagina(fout.status, fout.code, "lti", fout.titel, fout.wat_nu))


def _domein(fout: DomeinFout) -> Response:
    status = next(s for soort, s in STATUS.items() if isinstance(fout, soort))
    titel = "Dit is niet gevonden" if status == 404 else "Dit kon niet worden opgeslagen"
    wat_nu = _OPNIEUW if status == 404 else "Ga terug en probeer het opnieuw."
    pagina = Foutpagina(status, f"GW-{status}", fout.code, titel, wat_nu)
    return _antwoord(pagina, str(fout), **fout.gegevens)


def _zonder_bewijs(_: CSRFError) -> Response:
    """A form of an earlier visit or of who launched here before; or the visit can't be looked up now."""
    storing = getattr(session, "storing", None)
    return _onverwacht(storing) if storing else _antwoord(BEZOEK_OVER)


def _http(fout: HTTPException) -> Response:
    status = fout.code or 500
    if status not in _HTTP:
        status = 400 if status < 500 else 500
    if status == 500:
        return _antwoord(_ONVERWACHT)
    titel, wat_nu = _HTTP[status]
    return _antwoord(Foutpagina(status, f"GW-{status}", "aanvraag", titel, wat_nu))


def _onverwacht(fout: Exception) -> Response:
    # The message of an unknown exception can hold a pupil's text: its kind and place are enough.
    log.error("unexpected error", kind=type(fout).__name__, endpoint=request.endpoint, exc_info=True)
    g.omlijsters = g.get("omlijsters", set())
    return _antwoord(_ONVERWACHT)


def init_app(app: Flask) -> None:
    """Register the table of errors."""
    app.register_error_handler(LtiFout, _lti)
    app.register_error_handler(DomeinFout, _domein)
    app.register_error_handler(GeenBezoek, lambda _: _antwoord(BEZOEK_OVER))
    app.register_error_handler(CSRFError, _zonder_bewijs)
    app.register_error_handler(GeenRecht, lambda fout: _antwoord(GEEN_RECHT, fout.waarom))
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _onverwacht)
