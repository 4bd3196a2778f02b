"""Forms about a group: its owners, its cycle, its steps."""

from wtforms import BooleanField, DateField, IntegerField, RadioField, SelectField
from wtforms.validators import InputRequired, NumberRange

from lti_tool.blueprints.forms import Formulier


class EigenaarForm(Formulier):
    collega = SelectField("Collega", coerce=int, validators=[InputRequired("Kies een collega.")])
    hoe = RadioField(
        "Hoe?",
        choices={
            "erbij": "Samen met mij (duo-mentor, gedeelde baan)",
            "over": "In mijn plaats: ik draag over",
        },
        default="erbij",
        validators=[InputRequired("Kies hoe.")],
    )


class CyclusForm(Formulier):
    begin = DateField("Begin", validators=[InputRequired("Vul een datum in.")])
    eind = DateField("Eind", validators=[InputRequired("Vul een datum in.")])


class StapForm(Formulier):
    stap = IntegerField("Stap", validators=[InputRequired(), NumberRange(1, 6)])
    klaar = BooleanField("Klaar")
