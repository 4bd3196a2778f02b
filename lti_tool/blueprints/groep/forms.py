"""Forms about a group: its owners, its cycle, its steps."""

from flask_wtf import FlaskForm
from wtforms import BooleanField, DateField, IntegerField, RadioField, SelectField
from wtforms.validators import InputRequired, NumberRange


class EigenaarForm(FlaskForm):
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


class CyclusForm(FlaskForm):
    begin = DateField("Begin", validators=[InputRequired("Vul een datum in.")])
    eind = DateField("Eind", validators=[InputRequired("Vul een datum in.")])


class StapForm(FlaskForm):
    stap = IntegerField("Stap", validators=[InputRequired(), NumberRange(1, 6)])
    klaar = BooleanField("Klaar")
