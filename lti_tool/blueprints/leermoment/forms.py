"""A learning moment: what, when, why, and for whom."""

from wtforms import DateField, SelectField, SelectMultipleField, StringField
from wtforms.validators import InputRequired, Length
from wtforms.widgets import CheckboxInput

from lti_tool.blueprints.forms import Formulier
from lti_tool.services.overzicht.leermomenten import NAAM_LANGSTE, REDENNAMEN


class LeermomentForm(Formulier):
    naam = StringField(
        "Wat komt eraan?",
        description="Bijvoorbeeld: breuken vereenvoudigen, stage in een winkel, profielkeuze.",
        validators=[
            InputRequired("Schrijf op wat eraan komt."),
            Length(max=NAAM_LANGSTE, message=f"Gebruik hoogstens {NAAM_LANGSTE} tekens."),
        ],
    )
    datum = DateField("Wanneer?", validators=[InputRequired("Vul een datum in.")])
    reden = SelectField("Reden van het signaal", choices=REDENNAMEN)
    leerlingen = SelectMultipleField(
        "Voor wie is dit spannend of moeilijk?",
        description="Wie je aanvinkt, krijgt dit als signaal in het overzicht.",
        coerce=int,
        option_widget=CheckboxInput(),
    )
