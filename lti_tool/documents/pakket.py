"""Open a spreadsheet that is a zip file, without trusting it: sizes, passwords, macros and XML tricks."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree

from lti_tool.documents.blad import OPSLAAN, OnleesbaarBestand, beschadigd

MAX_UITGEPAKT = 80 * 1024 * 1024  # 2,000 x 200 cells take about 25 MB of XML
MAX_ONDERDELEN = 1_000
MAX_TAGS = 2_500_000  # a sheet full of formulas takes six per cell; each costs some 100 bytes

_MACRO = re.compile(r"vbaProject|^Basic/|^Scripts/|macrosheets/", re.IGNORECASE)
_DOCTYPE = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_VERSLEUTELD = 0x1
# All that damaged files raise in zipfile (NotImplementedError is a RuntimeError) and in ElementTree.
_ZIPFOUTEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    KeyError,
    ValueError,
    OSError,
    EOFError,
    RuntimeError,
)
_XMLFOUTEN = (ElementTree.ParseError, LookupError, ValueError)  # LookupError: an encoding that doesn't exist


class Pakket:
    """The members of one zip file. Raises OnleesbaarBestand for all that isn't a harmless spreadsheet."""

    def __init__(self, inhoud: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(inhoud))
        except _ZIPFOUTEN as fout:
            raise beschadigd() from fout
        leden = self._zip.infolist()
        if any(lid.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for lid in leden):
            raise beschadigd()  # the rarer methods can ask for gigabytes before they give a byte
        if len(leden) > MAX_ONDERDELEN or sum(lid.file_size for lid in leden) > MAX_UITGEPAKT:
            raise te_groot()
        if any(lid.flag_bits & _VERSLEUTELD for lid in leden):
            raise met_wachtwoord()
        if any(_MACRO.search(lid.filename) for lid in leden):
            raise met_macros()
        self.namen = {lid.filename for lid in leden}

    def onderdeel(self, naam: str) -> bytes:
        """One member, unpacked; zipfile stops at the declared size, which was checked on opening.

        A spreadsheet never declares a document type; one that does could define entities without end.
        """
        try:
            ruw = self._zip.read(naam)
        except _ZIPFOUTEN as fout:
            raise beschadigd() from fout
        if _DOCTYPE.search(ruw) or ruw.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise beschadigd()
        if ruw.count(b"<") > MAX_TAGS:
            raise te_groot()
        return ruw

    def boom(self, naam: str) -> ElementTree.Element:
        """A small member as a tree."""
        try:
            return ElementTree.fromstring(self.onderdeel(naam))  # noqa: S314 -- no DOCTYPE gets this far
        except _XMLFOUTEN as fout:
            raise beschadigd() from fout

    def stroom(self, naam: str) -> Iterator[tuple[str, ElementTree.Element]]:
        """Start and end events of a large member; clear each element when you are done with it."""
        bron = io.BytesIO(self.onderdeel(naam))
        try:
            yield from ElementTree.iterparse(bron, events=("start", "end"))  # noqa: S314 -- idem
        except _XMLFOUTEN as fout:
            raise beschadigd() from fout


def te_groot() -> OnleesbaarBestand:
    """The error for a file with far more in it than a class list can need, a zip bomb among them."""
    return OnleesbaarBestand(
        "Het bestand is uitgepakt veel te groot. Kopieer alleen de rijen van je eigen groep "
        "naar een nieuw bestand en kies dat."
    )


def met_wachtwoord() -> OnleesbaarBestand:
    """The error for a file that only opens with a password."""
    return OnleesbaarBestand(
        "Het bestand is beveiligd met een wachtwoord. Bewaar een kopie zonder wachtwoord en kies die."
    )


def met_macros() -> OnleesbaarBestand:
    """The error for a file with macros."""
    return OnleesbaarBestand(f"Het bestand bevat macro's; die lezen we uit voorzorg niet in. {OPSLAAN}")
