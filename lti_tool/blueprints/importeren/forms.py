"""Forms of reading scores in: the file, the columns, the yes."""

from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField, FieldList, HiddenField, SelectField
from wtforms.validators import InputRequired

KEUZEVELD = "rij-"


class BestandForm(FlaskForm):
    bestand = FileField(
        "Bestand met scores",
        validators=[FileRequired("Kies eerst een bestand.")],
        description="CSV, Excel (.xlsx) of OpenDocument (.ods), met een kopregel en een rij per leerling.",
    )


class KolommenForm(FlaskForm):
    """One choice per column of the file."""

    rollen = FieldList(SelectField("Kolom"))


class BevestigForm(FlaskForm):
    """`stand`: the mark of the proposal that was seen. Picks for doubtful rows are fields of their own."""

    stand = HiddenField(validators=[InputRequired()])
    leegmaken = BooleanField("Maak leeg")
