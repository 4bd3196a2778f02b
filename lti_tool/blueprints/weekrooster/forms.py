"""A lesson of the week table."""

from collections.abc import Mapping, Sequence
from typing import Any

from wtforms import SelectField, StringField
from wtforms.validators import Length
from wtforms.widgets import TimeInput

from lti_tool.blueprints.forms import VersieFormulier
from lti_tool.hgw.lesuren import Lesuur
from lti_tool.hgw.weekrooster import DAGEN, WEKEN
from lti_tool.services.groepsplan.planlezen import HELE_GROEP
from lti_tool.services.uitvoering.roosterlessen import DOCENT_LANGSTE, PLAATS_LANGSTE, Lesinvoer

EIGEN_TIJD = "eigen"


class LesForm(VersieFormulier):
    subgroep = SelectField("Voor wie?")
    dag = SelectField("Dag", coerce=int, choices=DAGEN)
    uur = SelectField("Lesuur")
    begin = StringField("Van", widget=TimeInput())
    eind = StringField("Tot", widget=TimeInput())
    plaats = StringField(
        "Waar?",
        validators=[Length(max=PLAATS_LANGSTE, message=f"Gebruik hoogstens {PLAATS_LANGSTE} tekens.")],
    )
    docent = StringField(
        "Wie?",
        validators=[Length(max=DOCENT_LANGSTE, message=f"Gebruik hoogstens {DOCENT_LANGSTE} tekens.")],
    )
    weken = SelectField("Wanneer?", choices=WEKEN)

    def vul_keuzes(self, subgroepen: Mapping[int, str], lesuren: Sequence[Lesuur]) -> None:
        """What there is to choose from in this cycle (id -> name), and at this school."""
        self.subgroep.choices = {"": HELE_GROEP} | {str(i): naam for i, naam in subgroepen.items()}
        uren = {f"{uur.begin}-{uur.eind}": f"{uur.naam}: {uur.begin}–{uur.eind}" for uur in lesuren}
        self.uur.choices = uren | {EIGEN_TIJD: "eigen tijd"}

    @property
    def invoer(self) -> Lesinvoer:
        """What was filled in; a lesson hour goes before a time of one's own."""
        begin, eind = self.begin.data or "", self.eind.data or ""
        if self.uur.data != EIGEN_TIJD:
            begin, eind = self.uur.data.split("-")
        return Lesinvoer(
            int(self.subgroep.data) if self.subgroep.data else None,
            self.dag.data,
            begin,
            eind,
            self.plaats.data or "",
            self.docent.data or "",
            self.weken.data,
        )


def velden_van(invoer: Lesinvoer, lesuren: Sequence[Lesuur]) -> dict[str, Any]:
    """A lesson as the form shows it."""
    tijd = f"{invoer.begin}-{invoer.eind}"
    is_uur = any(tijd == f"{uur.begin}-{uur.eind}" for uur in lesuren)
    return {
        "subgroep": "" if invoer.subgroep_id is None else str(invoer.subgroep_id),
        "dag": invoer.dag,
        "uur": tijd if is_uur else EIGEN_TIJD,
        "begin": "" if is_uur else invoer.begin,
        "eind": "" if is_uur else invoer.eind,
        "plaats": invoer.plaats,
        "docent": invoer.docent,
        "weken": invoer.weken,
    }
