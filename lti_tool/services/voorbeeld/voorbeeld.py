"""A believable class in mid-cycle for the demo: config/voorbeeld/, put in by the tool's own verbs."""

import tomllib
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy.orm import Session

from lti_tool.hgw.domeinen import DOMEIN_PER_SLEUTEL
from lti_tool.models import Cursus, Cyclus, Groep, Herkomst, Persoon, Platform, Roosterophaling
from lti_tool.services.begrijpwijzer import behoeftelezen, behoeften, leerlingdeel
from lti_tool.services.begrijpwijzer.behoefteinvoer import Behoefteinvoer, Doelinvoer, Zininvoer
from lti_tool.services.cyclus import cyclusopening
from lti_tool.services.fouten import NietGevonden, OngeldigeWaarde
from lti_tool.services.groep import cycli, eigenaren, groepen, regels, rooster
from lti_tool.services.groep.aankomst import vind_of_maak
from lti_tool.services.overzicht import cellen, signalering
from lti_tool.services.overzicht.cellen import Celplaats
from lti_tool.services.school import beheer, hulpzinnen, schoolrooster
from lti_tool.services.voorbeeld.voorbeeldplan import Planinvuller
from lti_tool.settings import data_dir

Gegevens = Mapping[str, Any]


def laad(session: Session, platform: Platform, cursussen: Iterable[Gegevens]) -> bool:
    """Fill a school with the example; False, and nothing changed, when it stands there already.

    `cursussen` are the courses of the platform with their people, as demo.gegevens gives them.
    Raises OngeldigeWaarde when the school has groups of its own.
    """
    school = _lees("school")
    voorbeelden = [_lees(naam) for naam in school["groepen"]]
    aanwezig = beheer.groepen_van_platform(session, platform.id)
    if aanwezig and _is_voorbeeld(session, aanwezig, voorbeelden):
        return False
    if aanwezig:
        raise OngeldigeWaarde(
            "Deze school heeft al groepen. Voorbeeldgegevens gaan alleen in een lege school: "
            "verwijder de map van de demo, of kies met --dir een andere."
        )
    bekend = {gegevens["context_id"]: _maak_cursus(session, platform, gegevens) for gegevens in cursussen}
    for voorbeeld in voorbeelden:
        _laad_groep(session, platform, bekend[voorbeeld["cursus"]], voorbeeld)
    schoolrooster.bewaar(session, platform.school_id, [], school["vrij"], 0, None)
    for context_id, bestemming in school["bestemmingen"].items():
        beheer.bestem(session, platform.id, bekend[context_id].id, bestemming)
    return True


def _lees(naam: str) -> Gegevens:
    return tomllib.loads((data_dir("config") / "voorbeeld" / f"{naam}.toml").read_text(encoding="utf-8"))


def _is_voorbeeld(session: Session, aanwezig: Iterable[Groep], voorbeelden: Iterable[Gegevens]) -> bool:
    """Whether every group of the example is there with its first cycle; others may have come since."""
    begin = {
        (groep.cursus.context_id, groep.soort, groep.vak): [c.begin for c in cycli.cycli(session, groep)]
        for groep in aanwezig
    }
    return all(
        v["cycli"][0]["begin"] in begin.get((v["cursus"], v["soort"], _vak(v)), ()) for v in voorbeelden
    )


def _vak(voorbeeld: Gegevens) -> str:
    return str(voorbeeld.get("vak", ""))


def _maak_cursus(session: Session, platform: Platform, gegevens: Gegevens) -> Cursus:
    cursus = vind_of_maak(session, Cursus, platform_id=platform.id, context_id=gegevens["context_id"])
    for veld in ("titel", "label", "sourcedid", "begin", "eind"):
        setattr(cursus, veld, gegevens[veld])
    ophaling = Roosterophaling(cursus_id=cursus.id, volgende_url="", leden=list(gegevens["leden"]))
    session.add(ophaling)
    session.flush()
    rooster.pas_toe(session, cursus, ophaling)
    return cursus


def _laad_groep(session: Session, platform: Platform, cursus: Cursus, voorbeeld: Gegevens) -> None:
    groep = groepen.maak(session, cursus, voorbeeld["soort"], _vak(voorbeeld))
    eigenaar = _persoon(session, platform, voorbeeld["eigenaar"])
    eigenaren.claim(session, groep, eigenaar, Herkomst.INGEBRUIKNAME)
    for gegevens in voorbeeld["cycli"]:
        cyclus = cyclusopening.open_cyclus(session, groep, gegevens["begin"], gegevens["eind"], eigenaar)
        _Invuller(session, groep, cyclus, eigenaar).vul_in(platform, gegevens)


def _persoon(session: Session, platform: Platform, kenmerk: str) -> Persoon:
    persoon = groepen.zoek_persoon(session, platform.id, kenmerk)
    if persoon is None:
        raise NietGevonden(f"{kenmerk} komt in de cursussen van deze leeromgeving niet voor.")
    return persoon


class _Invuller:
    """Types one cycle's overview as its owner would, cell by cell."""

    def __init__(self, session: Session, groep: Groep, cyclus: Cyclus, eigenaar: Persoon) -> None:
        self._session, self._groep, self._cyclus, self._eigenaar = session, groep, cyclus, eigenaar
        self._kolommen = {kolom.sleutel: kolom for kolom in regels.kolommen(session, cyclus)}
        self._regels = {regel.persoon.nummer: regel for regel in regels.regels(session, cyclus)}

    def vul_in(self, platform: Platform, gegevens: Gegevens) -> None:
        for nummer, waarden in gegevens["scores"].items():
            for sleutel, waarde in zip(gegevens["kolommen"], waarden, strict=True):
                self._bewaar(nummer, sleutel, waarde)
        for nummer, teksten in gegevens.get("teksten", {}).items():
            for sleutel, tekst in teksten.items():
                self._bewaar(nummer, sleutel, tekst)
        for nummer, redenen in gegevens.get("signalen", {}).items():
            for reden in redenen:
                signalering.zet(
                    self._session, self._groep, self._regels[nummer].id, reden, True, self._eigenaar
                )
        for behoefte in gegevens.get("behoeften", ()):
            self._benoem(behoefte)
        for observatie in gegevens.get("observaties", ()):
            door = _persoon(self._session, platform, observatie["door"])
            plaats = self._plaats(observatie["leerling"], observatie["kolom"])
            cellen.voeg_observatie_toe(self._session, plaats, observatie["tekst"], door)
        if "plan" in gegevens:
            Planinvuller(
                self._session,
                self._groep,
                self._cyclus,
                self._eigenaar,
                self._regels,
                lambda kenmerk: _persoon(self._session, platform, kenmerk),
            ).vul_in(gegevens["plan"])

    def _bewaar(self, nummer: str, sleutel: str, tekst: str) -> None:
        cellen.bewaar(self._session, self._plaats(nummer, sleutel), tekst, 0, self._eigenaar)

    def _benoem(self, gegevens: Gegevens) -> None:
        plaats = self._plaats(gegevens["leerling"], "behoeften")
        # a lasting need came along from the previous cycle
        vorige = behoeftelezen.van_domein(
            self._session, plaats.regel.id, DOMEIN_PER_SLEUTEL[gegevens["domein"]]
        )
        # shared with the pupil, who is asked for words of their own
        samen = gegevens.get("met_leerling", False)
        zinnen = {zin.sleutel: zin for zin in hulpzinnen.begrijpwijzer().hulpzinnen}
        invoer = Behoefteinvoer(
            (Doelinvoer(gegevens["doel"], gegevens["maat"], gegevens["wanneer"], gedeeld=samen),),
            tuple(Zininvoer(zinnen[s].categorie, s, zinnen[s].tekst) for s in gegevens["zinnen"]),
        )
        behoeften.bewaar(
            self._session,
            plaats,
            DOMEIN_PER_SLEUTEL[gegevens["domein"]],
            invoer,
            vorige.versie if vorige else 0,
            self._eigenaar,
        )
        if samen:
            leerlingdeel.nodig_uit(
                self._session, self._groep, self._cyclus, plaats.regel, True, self._eigenaar
            )

    def _plaats(self, nummer: str, sleutel: str) -> Celplaats:
        return Celplaats(self._groep, self._cyclus, self._regels[nummer], self._kolommen[sleutel])
