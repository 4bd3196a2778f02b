"""Setting up a group: what is this course, whose is it, which cycle."""

from typing import Any

from wtforms import BooleanField, DateField, RadioField, StringField
from wtforms.validators import InputRequired, Length, ValidationError

from lti_tool.blueprints.forms import Formulier
from lti_tool.models import Soort
from lti_tool.services.groep.groepen import VAK_LANGSTE


class InrichtenForm(Formulier):
    soort = RadioField(
        "Wat is deze cursus?",
        choices={
            Soort.VAKOVERSTIJGEND.value: "Een mentorklas",
            Soort.VAKSPECIFIEK.value: "Een vak",
        },
        validators=[InputRequired("Kies mentorklas of vak.")],
    )
    vak = StringField(
        "Welk vak?",
        validators=[Length(max=VAK_LANGSTE, message=f"Gebruik ten hoogste {VAK_LANGSTE} tekens.")],
        description="Alleen nodig bij een vak, bijvoorbeeld: wiskunde.",
    )
    van_mij = BooleanField("Ja, dit is mijn klas of mijn vak", default=True)
    begin = DateField("Begin van de periode", validators=[InputRequired("Vul een datum in.")])
    eind = DateField("Eind van de periode", validators=[InputRequired("Vul een datum in.")])

    def validate_vak(self, veld: Any) -> None:
        if self.soort.data == Soort.VAKSPECIFIEK and not (veld.data or "").strip():
            raise ValidationError("Schrijf de naam van het vak op.")
