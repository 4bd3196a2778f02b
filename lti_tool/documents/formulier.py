"""A form about one pupil as PDF or DOCX: who it is about, texts under heads, room to write and to sign."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from docxtpl import DocxTemplate

from lti_tool.documents.overzichtsdocument import VERTROUWELIJK
from lti_tool.documents.pdf import zet
from lti_tool.documents.tekst import schoon
from lti_tool.settings import data_dir


@dataclass(frozen=True)
class Formulierdeel:
    """A head with a text under it. `ruimte`: lines left open for writing by hand."""

    kop: str
    tekst: str = ""
    ruimte: int = 0
    gevoelig: bool = False


@dataclass(frozen=True)
class Formulier:
    """`gegevens`: (what, value) at the top; `handtekeningen`: who signs. Portrait A4.

    Raises ValueError when a sensitive part is in a form that isn't marked as confidential.
    """

    titel: str
    school: str
    groep: str
    datum: date
    gegevens: tuple[tuple[str, str], ...]
    delen: tuple[Formulierdeel, ...]
    handtekeningen: tuple[str, ...] = ()
    vertrouwelijk: bool = False

    def __post_init__(self) -> None:
        if not self.vertrouwelijk and any(deel.gevoelig for deel in self.delen):
            raise ValueError("a form with a sensitive part must be marked vertrouwelijk")


def schrijf_formulier_pdf(formulier: Formulier) -> bytes:
    """The form as a tagged PDF. User text goes in as data and is never read as typst."""
    return zet("formulier.typ", _gegevens(formulier))


def schrijf_formulier_docx(formulier: Formulier) -> bytes:
    """The form as DOCX: the same parts in the same order."""
    sjabloon = DocxTemplate(data_dir("templates") / "documents" / "formulier.docx")
    sjabloon.render(_gegevens(formulier), autoescape=True)
    # as in the overview: not in the template, and no longer than the standard takes
    sjabloon.docx.core_properties.title = schoon(formulier.titel)[:255]
    uit = io.BytesIO()
    sjabloon.save(uit)
    return uit.getvalue()


def _gegevens(formulier: Formulier) -> dict[str, object]:
    return {
        "titel": schoon(formulier.titel),
        "school": schoon(formulier.school),
        "groep": schoon(formulier.groep),
        "dag": formulier.datum.strftime("%d-%m-%Y"),
        "vertrouwelijk": VERTROUWELIJK if formulier.vertrouwelijk else "",
        "gegevens": [{"wat": schoon(wat), "waarde": schoon(waarde)} for wat, waarde in formulier.gegevens],
        "delen": [
            {
                "kop": schoon(deel.kop),
                "alineas": _alineas(deel.tekst),
                "lijnen": list(range(deel.ruimte)),
                "gevoelig": deel.gevoelig,
            }
            for deel in formulier.delen
        ],
        "handtekeningen": [schoon(naam) for naam in formulier.handtekeningen],
    }


def _alineas(tekst: str) -> Sequence[str]:
    """The lines of a text, each a paragraph, so that a long one may go on overleaf."""
    return [regel for regel in schoon(tekst).split("\n") if regel.strip()]
