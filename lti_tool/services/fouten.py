"""Domain errors: raised where they arise, turned into answers in lti_tool/errors.py."""

from typing import Any


class DomeinFout(Exception):
    """Something that a person can do something about; the message is Dutch and shown to them."""

    code = "fout"

    @property
    def gegevens(self) -> dict[str, Any]:
        """What the page needs besides the message."""
        return {}


class NietGevonden(DomeinFout):
    """It isn't there, or not for this person: the two can't be told apart from outside."""

    code = "niet_gevonden"


class OngeldigeWaarde(DomeinFout):
    """A value that its field doesn't take; `toegestaan` names what it does take."""

    code = "ongeldig"

    def __init__(self, melding: str, toegestaan: str = "") -> None:
        super().__init__(melding)
        self.toegestaan = toegestaan

    @property
    def gegevens(self) -> dict[str, Any]:
        return {"toegestaan": self.toegestaan}


class Conflict(DomeinFout):
    """Somebody else changed it since this person saw it; `nu` is what stands there."""

    code = "conflict"

    def __init__(self, melding: str, **nu: Any) -> None:
        super().__init__(melding)
        self.nu = nu

    @property
    def gegevens(self) -> dict[str, Any]:
        return self.nu


class Gesloten(DomeinFout):
    """The cycle is closed and kept read-only."""

    code = "gesloten"
