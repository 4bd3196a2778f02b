"""What can be counted beside an item of the planwijzer: one sentence, from the plan and what hangs on it."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from lti_tool.hgw.datums import datum_tekst
from lti_tool.hgw.smart import bekijk_doel
from lti_tool.hgw.wijzers import Item, Wijzer
from lti_tool.models import (
    Cel,
    Cyclus,
    Doel,
    Kolom,
    Leerlingdeel,
    Plaatsing,
    Roosterles,
    Subgroep,
    Subgroepsoort,
)
from lti_tool.services.groep import regels
from lti_tool.services.groepsplan import planlezen
from lti_tool.services.groepsplan.planbeeld import Doelbeeld, Planbeeld, Regelbeeld

_MEESTE_SUBGROEPEN = 3  # besides the base programme; more can't be served in one lesson


@dataclass(frozen=True)
class _Stand:
    """The plan and what hangs on it. Sets hold ids of pupils' rows (Regel), `gedeeld` of pupils' goals."""

    beeld: Planbeeld
    cyclus: Cyclus
    gedeeld: frozenset[int]
    subgroepen: Sequence[Subgroep]
    lessen: Sequence[Roosterles]
    met_behoefte: frozenset[int]
    geplaatst: frozenset[int]
    met_stem: frozenset[int]

    @property
    def doelen(self) -> list[Doelbeeld]:
        return [doel for rij in self.beeld.rijen for doel in rij.doelen if doel.tekst]


def tel(session: Session, cyclus: Cyclus, wijzer: Wijzer) -> dict[str, str]:
    """Item -> the counted fact in Dutch, in a fixed number of queries; {} when there is no plan yet.

    Items that nothing can be counted for are left out.
    """
    beeld = planlezen.lees(session, cyclus)
    if beeld is None:
        return {}
    stand = _lees(session, cyclus, beeld)
    zinnen = {item.sleutel: _zin(stand, item) for item in wijzer.items if item.geteld}
    return {sleutel: zin for sleutel, zin in zinnen.items() if zin}


def _lees(session: Session, cyclus: Cyclus, beeld: Planbeeld) -> _Stand:
    bronnen = [bron.doel_id for rij in beeld.rijen for doel in rij.doelen for bron in doel.bronnen]
    aanwezig = [regel.id for regel, ll in regels.van_leerlingen(session, cyclus) if not ll.vertrokken]
    behoefte = (
        select(Cel.regel_id)
        .join(Kolom, Kolom.id == Cel.kolom_id)
        .where(Kolom.blok == "behoeften", Cel.waarde != "", Cel.regel_id.in_(aanwezig))
    )
    woorden = (Leerlingdeel.wil_leren, Leerlingdeel.kan_zelf, Leerlingdeel.hulp_bij)
    return _Stand(
        beeld,
        cyclus,
        frozenset(session.scalars(select(Doel.id).where(Doel.id.in_(bronnen), Doel.gedeeld_op.is_not(None)))),
        session.scalars(select(Subgroep).where(Subgroep.cyclus_id == cyclus.id)).all(),
        session.scalars(select(Roosterles).where(Roosterles.cyclus_id == cyclus.id)).all(),
        frozenset(session.scalars(behoefte)),
        frozenset(session.scalars(select(Plaatsing.regel_id).where(Plaatsing.regel_id.in_(aanwezig)))),
        frozenset(
            session.scalars(
                select(Leerlingdeel.regel_id).where(
                    Leerlingdeel.regel_id.in_(aanwezig), or_(*(woord != "" for woord in woorden))
                )
            )
        ),
    )


def _zin(stand: _Stand, item: Item) -> str:
    soort, _, rest = item.geteld.partition(":")
    return _TELLERS[soort](stand, rest.split(","), item.feit)


def _velden(stand: _Stand, sleutels: Collection[str], feit: str) -> str:
    return _gevuld(stand.beeld, stand.beeld.rijen, sleutels, "rijen van het plan", feit)


def _extra(stand: _Stand, sleutels: Collection[str], feit: str) -> str:
    extra = {subgroep.id for subgroep in stand.subgroepen if subgroep.soort == Subgroepsoort.EXTRA}
    rijen = [rij for rij in stand.beeld.rijen if rij.subgroep_id in extra]
    return _gevuld(stand.beeld, rijen, sleutels, "subgroepen met extra lessen", feit)


def _gevuld(
    beeld: Planbeeld, rijen: Sequence[Regelbeeld], sleutels: Collection[str], waarvan: str, feit: str
) -> str:
    """Rows with something in one of these columns; "" when the plan has none of them."""
    hier = {kolom.sleutel for kolom in beeld.kolommen} & set(sleutels)
    if not hier:
        return ""
    gevuld = [rij for rij in rijen if any(s in rij.velden and rij.velden[s].waarde for s in hier)]
    return _bij(len(gevuld), len(rijen), waarvan, feit)


def _doelen(stand: _Stand, checks: Collection[str], feit: str) -> str:
    periode = (stand.cyclus.begin, stand.cyclus.eind)
    goed = sum(
        not any(o.check in checks for o in bekijk_doel(d.tekst, d.maat, d.voor_wanneer, periode, 1))
        for d in stand.doelen
    )
    return _bij(goed, len(stand.doelen), "doelen", feit)


def _gedeeld(stand: _Stand, *_: object) -> str:
    bronnen = {bron.doel_id for doel in stand.doelen for bron in doel.bronnen}
    if not bronnen:
        return ""
    gedeeld = len(bronnen & stand.gedeeld)
    return _bij(gedeeld, len(bronnen), "doelen van leerlingen", "kan de leerling het doel zien")


def _behoeften(stand: _Stand, *_: object) -> str:
    met = sum(bool(doel.bronnen) for doel in stand.doelen)
    return _bij(met, len(stand.doelen), "doelen", "ligt er een behoefte van een leerling onder")


def _samenstelling(stand: _Stand, *_: object) -> str:
    aantal = len(stand.subgroepen)
    hoeveel = "Er is 1 subgroep." if aantal == 1 else f"Er zijn {aantal or 'nog geen'} subgroepen."
    if aantal > _MEESTE_SUBGROEPEN:
        hoeveel += f" Meer dan {_MEESTE_SUBGROEPEN} is lastig te bedienen."
    zonder = len(stand.met_behoefte - stand.geplaatst)
    if not zonder:
        return hoeveel
    wie = "1 leerling met een behoefte is" if zonder == 1 else f"{zonder} leerlingen met een behoefte zijn"
    return f"{hoeveel} {wie} nog niet ingedeeld."


def _weekrooster(stand: _Stand, *_: object) -> str:
    extra = {subgroep.id for subgroep in stand.subgroepen if subgroep.soort == Subgroepsoort.EXTRA}
    if not extra:
        return ""
    lessen = [les for les in stand.lessen if les.subgroep_id in extra]
    minuten = sum(_minuten(les) for les in lessen)
    zin = _bij(
        len({les.subgroep_id for les in lessen}),
        len(extra),
        "subgroepen met extra lessen",
        "staat tijd in het weekrooster",
    )
    return f"{zin} Samen {minuten} minuten per week." if minuten else zin


def _minuten(les: Roosterles) -> int:
    """How long per week, over two weeks where a lesson is given every other week."""
    begin, eind = (int(tijd[:2]) * 60 + int(tijd[3:]) for tijd in (les.begin, les.eind))
    return (eind - begin) // (1 if les.weken == "elke" else 2)


def _wie(stand: _Stand, *_: object) -> str:
    met = sum(bool(les.docent_id or les.docent_naam) for les in stand.lessen)
    return _bij(met, len(stand.lessen), "lessen in het weekrooster", "staat een docent")


def _evaluatiedag(stand: _Stand, *_: object) -> str:
    plan = stand.beeld.plan
    dagen = [
        f"{wat}: {datum_tekst(dag)}."
        for wat, dag in (("Halverwege", plan.halverwege), ("Evaluatie", plan.evaluatie_op))
        if dag
    ]
    return " ".join(dagen) or "Er is nog geen dag afgesproken."


def _stem(stand: _Stand, *_: object) -> str:
    leerlingen = {leerling.regel_id for rij in stand.beeld.rijen for leerling in rij.leerlingen}
    return _bij(
        len(leerlingen & stand.met_stem),
        len(leerlingen),
        "leerlingen in het plan",
        "staat wat de leerling zelf zegt",
    )


_TELLERS: dict[str, Callable[[_Stand, Collection[str], str], str]] = {
    "velden": _velden,
    "extra": _extra,
    "doelen": _doelen,
    "gedeeld": _gedeeld,
    "behoeften": _behoeften,
    "samenstelling": _samenstelling,
    "weekrooster": _weekrooster,
    "wie": _wie,
    "evaluatiedag": _evaluatiedag,
    "stem": _stem,
}


def _bij(aantal: int, geheel: int, waarvan: str, feit: str) -> str:
    return f"Bij {aantal} van de {geheel} {waarvan} {feit}." if geheel else f"Er zijn nog geen {waarvan}."
