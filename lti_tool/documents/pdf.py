"""Write an overview as PDF with typst: tagged, landscape, heads repeated on every page."""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

import typst

from lti_tool.documents.indeling import Papier, sjabloongegevens, verdeel
from lti_tool.documents.overzichtsdocument import Overzichtsdocument
from lti_tool.settings import data_dir


def schrijf_pdf(document: Overzichtsdocument, papier: Papier = "a4") -> bytes:
    """The overview as a tagged PDF on A4 or A3 landscape, PDF/UA-1 where its characters allow.

    PDF/UA-1 forbids a character that no font at hand can show (an emoji, say); such a document is written as
    an ordinary tagged PDF rather than not at all. User text goes in as data and is never read as typst.
    """
    return zet("overzicht.typ", sjabloongegevens(document, verdeel(document, papier)) | {"papier": papier})


def zet(sjabloon: str, gegevens: Mapping[str, object]) -> bytes:
    """Data on paper by a template in templates/documents/: PDF/UA-1, or where that can't be, tagged PDF."""
    invoer = {"data": json.dumps(gegevens, ensure_ascii=False)}
    try:
        return _zet(sjabloon, invoer, "ua-1")
    except typst.TypstError:
        return _zet(sjabloon, invoer, None)


def _zet(sjabloon: str, invoer: dict[str, str], norm: Literal["ua-1"] | None) -> bytes:
    bron = data_dir("templates") / "documents" / sjabloon
    pdf = typst.compile(bron, font_paths=_lettertypen(), sys_inputs=invoer, pdf_standards=norm)
    return bytes(pdf)


@lru_cache(maxsize=1)
def _lettertypen() -> typst.Fonts:
    """The fonts of the machine and those inside typst, looked up once: searching takes the longest."""
    return typst.Fonts()
