"""The halfway evaluation."""

from wtforms import BooleanField, DateField, TextAreaField
from wtforms.validators import Optional

from lti_tool.blueprints.forms import VersieFormulier


class HalverwegeForm(VersieFormulier):
    dag = DateField("Wanneer?", validators=[Optional()])
    verslag = TextAreaField(
        "Hoe gaat het?",
        description="Wat werkt, wat vraagt aandacht, wat stel je bij? Wat zeggen de leerlingen ervan?",
    )
    gedaan = BooleanField("De evaluatie is gedaan")
