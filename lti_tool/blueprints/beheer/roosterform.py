"""The school's hours and days off as rows to fill in. An empty row means nothing."""

from collections.abc import Iterable
from typing import Any

from wtforms import FieldList, FormField, StringField, SubmitField
from wtforms.widgets import DateInput, TimeInput

from lti_tool.blueprints.forms import Formulier, VersieFormulier
from lti_tool.hgw.lesuren import Bezwaar

Rij = dict[str, str]


class Rijform(Formulier):
    """A row in a form, which has the token."""

    class Meta(Formulier.Meta):
        csrf = False


class LesuurRij(Rijform):
    naam = StringField()
    begin = StringField(widget=TimeInput())
    eind = StringField(widget=TimeInput())


class VrijRij(Rijform):
    naam = StringField()
    van = StringField(widget=DateInput())
    tot = StringField(widget=DateInput())


# what a row is called, and its fields
LIJSTEN = {
    "lesuren": ("Lesuur", {"naam": "naam", "begin": "van", "eind": "tot"}),
    "vrij": ("Vrij", {"naam": "waarom", "van": "eerste dag", "tot": "laatste dag"}),
}


class RoosterForm(VersieFormulier):
    """`bewaren` when that button was pressed; `meer` names a list to lengthen, `weg` a row that goes."""

    lesuren = FieldList(FormField(LesuurRij))
    vrij = FieldList(FormField(VrijRij))
    bewaren = SubmitField("Lesuren en vrije dagen bewaren")
    meer = SubmitField()
    weg = SubmitField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for lijst, (soort, velden) in LIJSTEN.items():
            for nummer, rij in enumerate(self[lijst], 1):
                for naam, tekst in velden.items():
                    rij.form[naam].label.text = f"{soort} {nummer}: {tekst}"

    @property
    def rijen(self) -> dict[str, list[Rij]]:
        """What was typed, list -> rows."""
        return {
            lijst: [{naam: rij.form[naam].data or "" for naam in velden} for rij in self[lijst]]
            for lijst, (_, velden) in LIJSTEN.items()
        }

    def wijs_aan(self, lijst: str, bezwaren: Iterable[Bezwaar]) -> None:
        """Put what is wrong beside its field."""
        for nummer, naam, melding in bezwaren:
            veld = self[lijst][nummer].form[naam or "naam"]
            veld.errors = [*veld.errors, melding]
        self[lijst].errors = [rij.errors for rij in self[lijst] if rij.errors]
