"""What can go wrong with a learning platform: one tree of exceptions, each with a code for the helpdesk."""

from enum import StrEnum

from lti_tool.lti.meldingen import MELDINGEN


class Code(StrEnum):
    """Stable: a helpdesk looks these up. A code is never given another meaning."""

    AANVRAAG = "LTI-01"
    PLATFORM_ONBEKEND = "LTI-02"
    PLATFORM_UIT = "LTI-03"
    COOKIES_GEBLOKKEERD = "LTI-04"
    AANMELDING_VERLOPEN = "LTI-05"
    AL_GEBRUIKT = "LTI-06"
    ANDERE_BROWSER = "LTI-07"
    BERICHT_ONLEESBAAR = "LTI-08"
    HANDTEKENING = "LTI-09"
    SLEUTELS_ONBEREIKBAAR = "LTI-10"
    TIJD = "LTI-11"
    NIET_VOOR_ONS = "LTI-12"
    NONCE = "LTI-13"
    VERSIE = "LTI-14"
    BERICHTSOORT = "LTI-15"
    DEPLOYMENT = "LTI-16"
    DOEL = "LTI-17"
    GEGEVENS_ONTBREKEN = "LTI-18"
    ANONIEM = "LTI-19"
    GEEN_CURSUS = "LTI-20"
    GEEN_NAMEN = "LTI-21"
    PLATFORM_WEIGERT = "LTI-22"

    ROOSTER_NIET_AAN = "LTI-30"
    ROOSTER_ONBEREIKBAAR = "LTI-31"
    ROOSTER_GEEN_TOEGANG = "LTI-32"
    ROOSTER_GEWEIGERD = "LTI-33"
    ROOSTER_ONLEESBAAR = "LTI-34"
    ROOSTER_TE_GROOT = "LTI-35"
    ROOSTER_VERVOLG = "LTI-36"
    ROOSTER_ANDERE_CURSUS = "LTI-37"

    RETOURADRES = "LTI-40"
    KOPPELEN_MAG_NIET = "LTI-41"
    KOPPELEN_VERLOPEN = "LTI-42"

    LINK_ONGELDIG = "LTI-50"
    CONFIGURATIE_ONBEREIKBAAR = "LTI-51"
    CONFIGURATIE_ONGELDIG = "LTI-52"
    REGISTRATIE_GEWEIGERD = "LTI-53"
    ANDERE_SCHOOL = "LTI-54"


class LtiFout(Exception):
    """A message or answer of a platform, or of a browser on its way, can't be accepted.

    code    for the person who meets it and the helpdesk
    reden   for the log, in English; never a name, an address of a person, a token or a return URL
    """

    def __init__(self, code: Code, reden: str) -> None:
        super().__init__(f"{code}: {reden}")
        self.code = code
        self.reden = reden

    @property
    def status(self) -> int:
        """HTTP status: always 4xx, so that no proxy in between puts its own page in the place of ours."""
        return MELDINGEN[self.code].status

    @property
    def titel(self) -> str:
        """What happened, in Dutch."""
        return MELDINGEN[self.code].titel

    @property
    def wat_nu(self) -> str:
        """What this person can do, in Dutch."""
        return MELDINGEN[self.code].wat_nu


class RoosterFout(LtiFout):
    """The class list couldn't be fetched whole; the last known one stays in use."""


class RegistratieFout(LtiFout):
    """Dynamic registration stopped; nothing was registered."""
