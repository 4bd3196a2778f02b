"""Forms of reading scores in: the file, the columns, the yes."""

from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField, FieldList, HiddenField, SelectField, SubmitField
from wtforms.validators import InputRequired

from lti_tool.blueprints.forms import Formulier

KEUZEVELD = "rij-"


class BestandForm(Formulier):
    bestand = FileField(
        "Bestand met scores",
        validators=[FileRequired("Kies eerst een bestand.")],
        description="CSV, Excel (.xlsx) of OpenDocument (.ods), met een kopregel en een rij per leerling.",
    )


class KolommenForm(Formulier):
    """One choice per column of the file."""

    rollen = FieldList(SelectField("Kolom"))


class BevestigForm(Formulier):
    """`stand`: the mark of the proposal that was seen. Picks per row are fields of their own.

    `bekijk`: show what the picks would change first.
    """

    stand = HiddenField(validators=[InputRequired()])
    leegmaken = BooleanField("Maak leeg")
    bekijk = SubmitField("Eerst bekijken met je keuzes")
