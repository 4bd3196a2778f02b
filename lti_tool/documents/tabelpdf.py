"""Write a document of tables as PDF with typst: tagged, landscape, heads repeated on every page."""

from lti_tool.documents.indeling import Papier
from lti_tool.documents.pdf import zet
from lti_tool.documents.tabeldocument import Tabeldocument, sjabloongegevens


def schrijf_tabelpdf(document: Tabeldocument, papier: Papier = "a4") -> bytes:
    """The document as a tagged PDF on A4 or A3 landscape, PDF/UA-1 where its characters allow.

    User text goes in as data and is never read as typst.
    """
    return zet("tabel.typ", sjabloongegevens(document) | {"papier": papier})
