"""Forms about the school's help sentences."""

from wtforms import SelectField, StringField
from wtforms.validators import InputRequired, Length

from lti_tool.blueprints.forms import Formulier
from lti_tool.hgw.domeinen import ALGEMEEN, VAK
from lti_tool.services.school.hulpzinnen import begrijpwijzer
from lti_tool.services.school.zinbeheer import ZIN_LANGSTE


class NieuweZinForm(Formulier):
    """A sentence of the school itself."""

    tekst = StringField(
        "Zin",
        [
            InputRequired("Schrijf een zin op."),
            Length(max=ZIN_LANGSTE, message=f"Gebruik hoogstens {ZIN_LANGSTE} tekens."),
        ],
        description="Begin zoals de categorie: “een instructie die …”. Zonder naam van een leerling.",
    )
    categorie = SelectField("Categorie")
    domein = SelectField("Bij welk domein?")

    def __init__(self) -> None:
        super().__init__()
        self.categorie.choices = [(deel.sleutel, deel.naam) for deel in begrijpwijzer().categorieen]
        self.domein.choices = [
            ("", "Overal"),
            *((domein.sleutel, domein.naam) for domein in ALGEMEEN),
            (VAK.sleutel, "Vakken"),
        ]
