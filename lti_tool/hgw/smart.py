"""SMART(I) help with a goal: says what it saw and proposes how to mend it; friendly, and never a block.

What can't be seen in a text stays with the teacher: whether a goal is acceptable, realistic and inspiring.
A wrong remark is worse than a missing one, so every check keeps silent when in doubt.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lti_tool.hgw.datums import datum_tekst
from lti_tool.hgw.doelmaat import onzichtbaar, telwaarde
from lti_tool.hgw.doelpositief import omkering
from lti_tool.hgw.doeltekst import schoon, vlak, wis
from lti_tool.hgw.doelvaag import heel_domein, vaag_woord
from lti_tool.hgw.momenten import Moment, momenten
from lti_tool.hgw.schoolmomenten import Looptijd

Check = Literal["specifiek", "meetbaar", "tijdgebonden", "positief", "vaag", "aantal"]
CHECKS: tuple[Check, ...] = ("specifiek", "meetbaar", "tijdgebonden", "positief", "vaag", "aantal")
MEESTE_DOELEN = 3

_LEGE_MAAT = frozenset(["", "geen", "nvt", "volgt", "ntb", "weet ik niet", "onbekend", "nog geen"])
_OPSOMMING = re.compile(r"(?:^|\s)(\d{1,2}|[a-h])[.)](?=\s)")
_STREEP = re.compile(r"^\s{0,8}[-*•]\s", re.MULTILINE)
_WOORDEN = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Opmerking:
    """One remark: which check, what was seen, and a proposal to mend it (Dutch sentences)."""

    check: Check
    gezien: str
    voorstel: str


def bekijk_doel(
    tekst: str, maat: str, voor_wanneer: date | None, periode: Looptijd, aantal_doelen: int
) -> list[Opmerking]:
    """Look at one goal.

    ``maat`` is the field "how do you see it" ("" when empty), ``voor_wanneer`` the field "by when";
    ``periode`` the first and last day of the cycle; ``aantal_doelen`` the goals of this pupil in it, this
    one included. Returns remarks in the order of CHECKS, at most one per check; an empty text gets none but
    "aantal". Raises nothing on any text. Source of the checks: SMART(I) as the begrijpwijzer uses it.
    """
    if not tekst.strip():
        return list(_aantal("", aantal_doelen))
    heel = schoon(tekst)
    gevonden = momenten(vlak(heel), periode)
    return [
        *_inhoud(heel, schoon(maat), gevonden),
        *_tijd(heel, gevonden, voor_wanneer, periode),
        *_positief(heel),
        *_vaag(heel, schoon(maat), gevonden),
        *_aantal(heel, aantal_doelen),
    ]


def _inhoud(tekst: str, maat: str, gevonden: list[Moment]) -> Iterator[Opmerking]:
    if _gemeten(tekst, maat, gevonden):
        return
    plat = _zonder_datums(tekst, gevonden)
    domein = heel_domein(plat)
    if domein:
        naam = tekst[domein.start() : domein.end()]
        yield Opmerking(
            "specifiek",
            f"“{naam}” is nog een heel gebied.",
            "Kies daar één onderdeel uit: wat helpt nu het meest? En wat doet de leerling straks precies?",
        )
    if vaag_woord(plat):
        return  # that remark asks for the measure too
    woord = onzichtbaar(plat)
    if woord:
        yield Opmerking(
            "meetbaar",
            f"Of het zover is, kun je aan “{tekst[woord.start() : woord.end()]}” niet zien.",
            "Schrijf op wat je de leerling dan ziet doen of hoort zeggen, of waar het uit blijkt: "
            "een aantal, een cijfer, een niveau.",
        )
    elif domein or _los_woord(plat) or _minder(tekst):
        yield Opmerking(
            "meetbaar",
            "Er staat nog niet bij wanneer het gelukt is.",
            "Noem een aantal, een cijfer of een niveau, of wat je de leerling ziet doen. Bijvoorbeeld: "
            "in 4 van de 5 lessen.",
        )


def _tijd(tekst: str, gevonden: list[Moment], veld: date | None, periode: Looptijd) -> Iterator[Opmerking]:
    tussen = f"tussen {datum_tekst(periode[0])} en {datum_tekst(periode[1])}"
    if veld is not None and not periode[0] <= veld <= periode[1]:
        yield Opmerking(
            "tijdgebonden", f"{datum_tekst(veld)} valt buiten deze periode.", f"Kies een dag {tussen}."
        )
        return
    meetellend = [moment for moment in gevonden if veld is None or (moment.uiterlijk and moment.zeker)]
    if any(moment.eerste is not None and not moment.buiten(periode) for moment in meetellend):
        return
    for moment in meetellend:
        if moment.buiten(periode):
            woorden = tekst[moment.begin : moment.einde].strip()
            yield Opmerking(
                "tijdgebonden", f"“{woorden}” valt buiten deze periode.", f"Kies een moment {tussen}."
            )
            return
    if veld is None and not gevonden:
        yield Opmerking(
            "tijdgebonden",
            "Er staat nog niet bij voor wanneer.",
            f"Spreek een moment af {tussen}, bijvoorbeeld uiterlijk {datum_tekst(periode[1])}.",
        )


def _positief(tekst: str) -> Iterator[Opmerking]:
    plek = omkering(vlak(tekst))
    if plek:
        yield Opmerking(
            "positief",
            f"“{tekst[plek.begin : plek.einde].strip()}” zegt wat je niet wilt zien.",
            f"Draai het om naar wat je wel wilt zien. Bijvoorbeeld: {plek.gewenst}.",
        )


def _vaag(tekst: str, maat: str, gevonden: list[Moment]) -> Iterator[Opmerking]:
    plek = None if _gemeten(tekst, maat, gevonden) else vaag_woord(_zonder_datums(tekst, gevonden))
    if plek:
        yield Opmerking(
            "vaag",
            f"“{tekst[plek.start() : plek.end()].strip()}” kan nog van alles betekenen.",
            "Waaraan zie je straks dat het gelukt is? Schrijf op wat de leerling doet, hoe vaak of hoeveel.",
        )


def _aantal(tekst: str, aantal_doelen: int) -> Iterator[Opmerking]:
    aantal = max(aantal_doelen, len(_STREEP.findall(tekst)), _genummerd(vlak(tekst)))
    if aantal > MEESTE_DOELEN:
        yield Opmerking(
            "aantal",
            f"Dit zijn {aantal} doelen voor deze leerling.",
            f"Kies er samen ten hoogste {MEESTE_DOELEN} die nu het meest helpen; de rest kan later.",
        )


def _genummerd(plat: str) -> int:
    """Length of the list 1. 2. 3. or a) b) c) that stands in a text, 0 without one."""
    tekens = [treffer[1] for treffer in _OPSOMMING.finditer(plat)]
    return max(sum(str(n) in tekens for n in range(1, 10)), sum(letter in tekens for letter in "abcdefgh"))


def _gemeten(tekst: str, maat: str, gevonden: list[Moment]) -> bool:
    kale_maat = vlak(maat).replace(".", "").strip(" \t\n-?!")
    if kale_maat not in _LEGE_MAAT and (telwaarde(maat, []) or not vaag_woord(vlak(maat))):
        return True
    return bool(telwaarde(tekst, [(moment.begin, moment.einde) for moment in gevonden]))


def _zonder_datums(tekst: str, gevonden: list[Moment]) -> str:
    return wis(vlak(tekst), [(moment.begin, moment.einde) for moment in gevonden])


def _los_woord(plat: str) -> bool:
    return len(_WOORDEN.findall(plat)) == 1


def _minder(tekst: str) -> bool:
    plek = omkering(vlak(tekst))
    return plek is not None and tekst[plek.begin :].casefold().startswith(("minder", "verminder", "afname"))
