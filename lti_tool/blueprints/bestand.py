"""Sending a file that was made for this visitor."""

import io
from collections.abc import Collection

from flask import Response, request, send_file

from lti_tool.services.fouten import OngeldigeWaarde
from lti_tool.services.overzicht.uitvoer import Bestandssoort

# kind -> what people call it, and its type
BESTANDEN = {
    Bestandssoort.PDF: ("PDF", "application/pdf"),
    Bestandssoort.DOCX: ("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    Bestandssoort.XLSX: ("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    Bestandssoort.CSV: ("CSV", "text/csv"),
}


def gevraagde_soort(kan: Collection[Bestandssoort] = tuple(Bestandssoort)) -> Bestandssoort:
    """The kind of file that ?soort= asks for, out of those that can be. Raises OngeldigeWaarde."""
    gevraagd = request.args.get("soort", "")
    for soort in kan:
        if soort == gevraagd:
            return soort
    namen = [BESTANDEN[soort][0] for soort in kan]
    raise OngeldigeWaarde(f"Kies een bestand: {', '.join(namen[:-1])} of {namen[-1]}.")


def stuur(inhoud: bytes, soort: Bestandssoort, naam: str) -> Response:
    """The answer with a file to keep."""
    return send_file(io.BytesIO(inhoud), mimetype=BESTANDEN[soort][1], as_attachment=True, download_name=naam)
