"""What people type or paste, as plain text."""

import re

from lti_tool.documents.tekst import schoon
from lti_tool.services.fouten import OngeldigeWaarde

# characters in one text that a person types
TEKST_LANGSTE = 4000

# Word processors paste these along; on screen they are nothing, or a space.
_ONZICHTBAAR = re.compile("[\u00ad\u200b\u2060\ufeff]")
_HARDE_SPATIE = re.compile("[\u00a0\u2007\u202f]")


def platte_tekst(tekst: str, veld: str, ten_hoogste: int = TEKST_LANGSTE) -> str:
    """Plain text without odd characters. Raises OngeldigeWaarde, naming the field, when it is too long."""
    zonder = _ONZICHTBAAR.sub("", _HARDE_SPATIE.sub(" ", tekst))
    if len(zonder.strip()) > ten_hoogste:
        raise OngeldigeWaarde(
            f"{veld} is {len(zonder.strip())} tekens lang. Er passen er {ten_hoogste}.",
            f"ten hoogste {ten_hoogste} tekens",
        )
    return schoon(zonder).strip()
