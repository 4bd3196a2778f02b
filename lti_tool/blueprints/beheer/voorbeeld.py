"""What an overview or a plan with certain columns looks like, with made-up contents."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from lti_tool.hgw.planvorm import DOELEN, LEERLINGEN, Plankolom
from lti_tool.hgw.schalen import Schaal
from lti_tool.services.school.formaten import BLOKKEN, Kolomformaat

# What stands in a column of a plan that the needs fill.
_PLANWAARDEN = {LEERLINGEN: "De subgroep met haar leerlingen", DOELEN: "De doelen uit de behoeften"}
# Widest word of a scale that still fits in a narrow column.
_SMAL = 8


def voorbeeldtabel(kolommen: Sequence[Kolomformaat]) -> dict[str, Any]:
    """Blocks as (name, number of columns), and per column its head, width class and one made-up cell."""
    return {
        "blokken": [(BLOKKEN[blok], len(list(groep))) for blok, groep in groupby(k.blok for k in kolommen)],
        "kolommen": [_kolom(kolom) for kolom in kolommen],
    }


def _kolom(kolom: Kolomformaat) -> dict[str, Any]:
    schaal = Schaal.van_dict(kolom.schaal) if kolom.schaal else None
    waarde = kolom.uitleg
    klasse = "k-tekst"
    if schaal is not None:
        waarde = (
            schaal.waarden[len(schaal.waarden) // 2] if schaal.waarden else schaal.getal_tekst(schaal.maximum)
        )
        klasse = "k-woord" if any(len(woord) > _SMAL for woord in schaal.waarden) else "k-score"
    return {
        "kop": kolom.kop,
        "naam": kolom.naam,
        "klasse": klasse,
        "cijfer": bool(schaal and schaal.numeriek),
        "gevoelig": kolom.gevoelig,
        "ijkpunt": kolom.ijkpunt,
        "waarde": waarde,
    }


def plantabel(kolommen: Sequence[Plankolom]) -> dict[str, Any]:
    """Per column of a plan its name, width class and one cell: what is written there."""
    return {
        "kolommen": [
            {
                "naam": kolom.naam,
                "klasse": f"breed-{kolom.breedte}",
                "waarde": kolom.uitleg or _PLANWAARDEN.get(kolom.soort, ""),
            }
            for kolom in kolommen
        ]
    }
