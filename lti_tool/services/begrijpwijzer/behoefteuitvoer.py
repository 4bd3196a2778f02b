"""The needs of a class as a table for paper and files: one row a need, goals and what is needed apart."""

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from lti_tool.documents.overzichtsdocument import Documentkolom, Documentrij, Overzichtsdocument
from lti_tool.hgw.behoeftezin import Doelzin, doel_in_woorden
from lti_tool.hgw.domeinen import DOMEIN_PER_SLEUTEL
from lti_tool.models import Cyclus, Groep, Onderwijsbehoefte, Regel, Soort
from lti_tool.services.begrijpwijzer.behoeftecel import plek_van
from lti_tool.services.begrijpwijzer.behoeftelezen import met_inhoud
from lti_tool.services.begrijpwijzer.behoeften import BEEINDIGD
from lti_tool.services.groep.verwant import Algemeen
from lti_tool.services.overzicht.overzichtbeeld import Overzicht, Regelweergave
from lti_tool.services.overzicht.uitvoer import BLOK_MENTOR, Documentkop, naam_op_papier, redenen

NAAM = "Onderwijsbehoeften"
BLOK = "Behoeften"


def maak_document(
    session: Session,
    cyclus: Cyclus,
    kop: Documentkop,
    inhoud: Overzicht,
    algemeen: Mapping[int, Algemeen] | None = None,
    *,
    op_papier: bool,
) -> Overzichtsdocument:
    """The pupils with a need or a signal, as the reader of `inhoud` may see them; nothing sensitive.

    The words of the overview stand in a column of their own where they aren't what the choices say.
    `algemeen`: what the mentor shares per pupil (persoon id); None where the reader doesn't see that.
    """
    per_regel = van_cyclus(session, cyclus)
    rijen = [
        rij
        for regel in inhoud.regels
        for rij in _rijen(regel, inhoud, per_regel.get(regel.regel_id, []), algemeen or {})
    ]
    kolommen = [
        Documentkolom("Domein", "Domein", BLOK),
        Documentkolom("Doelen", "Doelen", BLOK),
        Documentkolom("Wat er nodig is", "Wat er nodig is", BLOK),
        Documentkolom("Zoals het in het overzicht staat", "Overzicht", BLOK),
        Documentkolom("Algemene behoeften", "Algemene onderwijsbehoeften", BLOK_MENTOR),
    ]
    blijft = _kolommen_met_iets([cellen for _, cellen in rijen], len(kolommen), cyclus.groep)
    return Overzichtsdocument(
        school=kop.school,
        groep=kop.groep,
        eigenaar=kop.eigenaar,
        cyclus=kop.cyclus,
        datum=kop.datum,
        vertrouwelijk=False,
        blokken=[BLOK, *([BLOK_MENTOR] if len(kolommen) - 1 in blijft else [])],
        kolommen=[kolommen[n] for n in blijft],
        rijen=[
            Documentrij(
                naam_op_papier(regel.leerling) if op_papier else regel.leerling.naam,
                regel.leerling.nummer,
                redenen(regel.signalen),
                [cellen[n] for n in blijft],
                [False] * len(blijft),
            )
            for regel, cellen in rijen
        ],
        naam=NAAM,
        blad="Behoeften",
    )


def van_cyclus(session: Session, cyclus: Cyclus) -> dict[int, list[Onderwijsbehoefte]]:
    """regel_id -> its needs that still hold, with something in them. Three queries, whatever the class."""
    vraag = met_inhoud().join(Regel).where(Regel.cyclus_id == cyclus.id)
    gevonden: dict[int, list[Onderwijsbehoefte]] = {}
    for behoefte in session.scalars(vraag.where(Onderwijsbehoefte.herziening != BEEINDIGD)):
        if behoefte.doelen or behoefte.zinnen:
            gevonden.setdefault(behoefte.regel_id, []).append(behoefte)
    volgorde = list(DOMEIN_PER_SLEUTEL)
    for behoeften in gevonden.values():
        behoeften.sort(key=lambda behoefte: volgorde.index(behoefte.domein))
    return gevonden


def doelregels(behoefte: Onderwijsbehoefte) -> list[str]:
    """The goals of a need, one a line, the first one first."""
    return [
        regel
        for doel in behoefte.doelen
        if (regel := doel_in_woorden(Doelzin(doel.tekst, doel.maat, doel.voor_wanneer)))
    ]


def nodigregels(behoefte: Onderwijsbehoefte) -> list[str]:
    """What is needed, one sentence a line."""
    return [" ".join(zin.tekst.split()) for zin in behoefte.zinnen]


def eigen_woorden(celtekst: str, behoeften: Sequence[Onderwijsbehoefte]) -> str:
    """What stands in the overview, when that is more or other than the statements of these needs; else ""."""
    rest = celtekst
    for behoefte in behoeften:
        if behoefte.zin and (plek := plek_van(rest, behoefte.zin)) >= 0:
            rest = rest[:plek] + rest[plek + len(behoefte.zin) :]
    return celtekst if rest.strip() else ""


def _kolommen_met_iets(rijen: Sequence[Sequence[str]], aantal: int, groep: Groep) -> list[int]:
    """Goals and needs always; no other column without anything in it, nor the domain of a subject."""
    altijd, nooit = {1, 2}, {0} if groep.soort == Soort.VAKSPECIFIEK else set()
    return [n for n in range(aantal) if n in altijd or (n not in nooit and any(rij[n] for rij in rijen))]


def _rijen(
    regel: Regelweergave,
    inhoud: Overzicht,
    behoeften: Sequence[Onderwijsbehoefte],
    algemeen: Mapping[int, Algemeen],
) -> list[tuple[Regelweergave, list[str]]]:
    """The rows of one pupil: (row of the overview, one text per column); what is said once, in the first."""
    paren = zip(inhoud.kolommen, regel.cellen, strict=True)
    cel = next((cel.waarde for kolom, cel in paren if kolom.blok == "behoeften"), "")
    van_mentor = algemeen.get(regel.leerling.id, Algemeen("", ())).behoeften
    eenmalig = [eigen_woorden(cel, behoeften), van_mentor]
    if not (behoeften or any(eenmalig) or regel.signalen):
        return []
    rijen = [
        [_domein(behoefte), _lijst(doelregels(behoefte)), _lijst(nodigregels(behoefte))]
        for behoefte in behoeften
    ] or [["", "", ""]]
    return [(regel, [*rij, *(["", ""] if nummer else eenmalig)]) for nummer, rij in enumerate(rijen)]


def _domein(behoefte: Onderwijsbehoefte) -> str:
    naam = DOMEIN_PER_SLEUTEL[behoefte.domein].naam
    return f"{naam} (uit de vorige cyclus)" if behoefte.herziening == "te_herzien" else naam


def _lijst(regels: Sequence[str]) -> str:
    """Numbered when there is more than one."""
    if len(regels) < 2:
        return "".join(regels)
    return "\n".join(f"{nummer}. {regel}" for nummer, regel in enumerate(regels, start=1))
