"""Forms about a column of the overview."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from wtforms import DateField, SelectField, StringField
from wtforms.validators import InputRequired, Length, Optional

from lti_tool.blueprints.forms import Formulier
from lti_tool.models import Kolom
from lti_tool.services.overzicht.kolommen import Kolomgegevens
from lti_tool.services.school.formaten import KOP_LANGSTE, NAAM_LANGSTE, TOETSSOORTEN

SCHALEN = {
    "cijfer": "cijfer, 1,0 tot en met 10,0",
    "percentage": "percentage",
    "niveau_i_v": "niveau I–V",
    "niveau_a_e": "niveau A–E",
    "referentieniveau": "referentieniveau, 1F tot en met 4F",
    "woorden": "woorden, bijvoorbeeld onvoldoende, voldoende, goed",
    "getal": "getal tussen twee grenzen",
}
_WOORDEN = "onvoldoende, voldoende, goed"


class TekstkolomForm(Formulier):
    """A column of text has nothing but a name."""

    naam = StringField(
        "Naam",
        validators=[InputRequired("Vul een naam in."), Length(max=NAAM_LANGSTE)],
        description="Bijvoorbeeld: SO breuken.",
    )
    kop = StringField(
        "Kop boven de kolom",
        validators=[InputRequired("Vul een kop in."), Length(max=KOP_LANGSTE)],
        description="Kort. Bijvoorbeeld: Breuken.",
    )

    def gegevens(self) -> Kolomgegevens:
        """What was filled in, as the service takes it."""
        return Kolomgegevens(naam=self.naam.data, kop=self.kop.data)


class ScorekolomForm(TekstkolomForm):
    """A column of scores has a scale too."""

    schaal = SelectField("Schaal", choices=SCHALEN, description="Welke scores kunnen er staan?")
    waarden = StringField(
        "Woorden, het laagste eerst",
        validators=[Optional(), Length(max=500)],
        description="Zet komma's tussen de woorden.",
        default=_WOORDEN,
    )
    minimum = StringField("Laagste getal", validators=[Optional(), Length(max=12)], default="0")
    maximum = StringField("Hoogste getal", validators=[Optional(), Length(max=12)], default="100")
    decimalen = SelectField(
        "Decimalen", choices={"0": "geen", "1": "een", "2": "twee", "3": "drie"}, default="0"
    )
    ijkpunt = StringField(
        "Afspraak (ijkpunt)",
        validators=[Optional(), Length(max=60)],
        description="De laagste score die goed genoeg is.",
    )

    def gegevens(self) -> Kolomgegevens:
        return Kolomgegevens(
            naam=self.naam.data, kop=self.kop.data, schaal=self._schaal(), ijkpunt=self.ijkpunt.data or ""
        )

    def _schaal(self) -> dict[str, Any]:
        soort = self.schaal.data
        if soort == "woorden":
            waarden = [woord.strip() for woord in (self.waarden.data or "").split(",")]
            return {"soort": soort, "waarden": waarden}
        if soort == "getal":
            grenzen = {"minimum": _getal(self.minimum.data), "maximum": _getal(self.maximum.data)}
            return {"soort": soort, **grenzen, "decimalen": int(self.decimalen.data)}
        return {"soort": soort}


class ToetsForm(ScorekolomForm):
    """A test was taken on a day, and comes from somewhere."""

    toetssoort = SelectField("Soort toets", choices=TOETSSOORTEN, default="eigen")
    datum = DateField("Datum van de toets", validators=[Optional()])
    reeks = SelectField(
        "Vergelijken met",
        default="",
        description="Dan zie je of een leerling stijgt of daalt, als de schaal dezelfde is.",
    )

    def bied_reeksen(self, keuzes: Mapping[str, str]) -> None:
        """Offer what this test may follow; nothing to choose where there is nothing."""
        if keuzes:
            self.reeks.choices = [("", "geen andere toets"), *keuzes.items()]
            if not self.reeks.raw_data and self.reeks.data not in keuzes:
                self.reeks.data = ""
        else:
            del self.reeks

    def gegevens(self) -> Kolomgegevens:
        basis = super().gegevens()
        # a field that was taken out is None
        reeks = self.reeks.data if self.reeks else ""
        return replace(basis, datum=self.datum.data, toetssoort=self.toetssoort.data, reeks=reeks)


def velden_van(kolom: Kolom) -> dict[str, Any]:
    """What a form shows of a column before anything is changed."""
    schaal = kolom.schaal or {}
    velden = {"naam": kolom.naam, "kop": kolom.kop, "ijkpunt": kolom.ijkpunt, "schaal": schaal.get("soort")}
    if "waarden" in schaal:
        velden["waarden"] = ", ".join(schaal["waarden"])
    for grens in ("minimum", "maximum", "decimalen"):
        if grens in schaal:
            velden[grens] = str(schaal[grens]).replace(".", ",")
    if kolom.toets:
        velden |= {
            "toetssoort": kolom.toets.soort,
            "datum": kolom.toets.datum,
            "reeks": kolom.toets.reeks,
        }
    return velden


def _getal(tekst: str | None) -> float | None:
    """A number as the scale takes it; None, which the scale refuses, for anything else."""
    try:
        return float((tekst or "").strip().replace(",", "."))
    except ValueError:
        return None
