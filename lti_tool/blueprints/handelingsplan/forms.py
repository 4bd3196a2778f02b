"""The form that begins a handelingsplan."""

from wtforms import SelectField, SubmitField, TextAreaField
from wtforms.validators import InputRequired

from lti_tool.blueprints.forms import Formulier


class NieuwForm(Formulier):
    regel = SelectField(
        "Leerling",
        coerce=int,
        validators=[InputRequired("Kies een leerling.")],
    )
    reden = TextAreaField(
        "Waarom past dit niet in het groepsplan?",
        description="Wat heeft deze leerling nodig dat in de groep niet kan?",
        # a browser sends two characters for the end of a line
        filters=[lambda tekst: tekst.replace("\r\n", "\n") if tekst else tekst],
        validators=[InputRequired("Schrijf op waarom dit niet in het groepsplan past.")],
    )
    maak = SubmitField("Handelingsplan maken")


class ActieForm(Formulier):
    """Only its token: a button."""
