"""Forms of the school's administrator."""

from flask_wtf.file import FileField, FileRequired, FileSize
from wtforms import SelectField, StringField, SubmitField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from lti_tool.blueprints.forms import Formulier
from lti_tool.models import Bestemming
from lti_tool.services.school.kolomtekst import TEKST_LANGSTE

BESTEMMINGEN = {
    Bestemming.GEWOON.value: "gewone cursus",
    Bestemming.ZORGTEAM.value: "zorgteam",
    Bestemming.SCHOOLLEIDING.value: "schoolleiding",
}


class BestemmingForm(Formulier):
    bestemming = SelectField("Deze cursus is voor", choices=BESTEMMINGEN)


class EigenarenForm(Formulier):
    eerste = StringField(
        "Eigenaar",
        validators=[InputRequired("Vul een eigenaar in."), Length(max=255)],
        description="E-mailadres, afkorting of nummer, zoals de leeromgeving die kent.",
    )
    tweede = StringField("Tweede eigenaar", validators=[Optional(), Length(max=255)])


class LijstForm(Formulier):
    bestand = FileField(
        "Lijst met eigenaren (CSV)",
        validators=[
            FileRequired("Kies een bestand."),
            FileSize(1024 * 1024, message="Het bestand is groter dan 1 MB."),
        ],
        description="Eerste regel: cursus;eigenaar;soort;vak. Soort is mentorklas of vak.",
    )


class IndelingForm(Formulier):
    """`bewaren` when that button was pressed; else the columns are only tried out."""

    tekst = TextAreaField(
        "Kolommen", validators=[InputRequired("Beschrijf de kolommen."), Length(max=TEKST_LANGSTE)]
    )
    bewaren = SubmitField("Indeling bewaren")
