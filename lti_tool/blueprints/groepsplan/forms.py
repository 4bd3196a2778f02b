"""Opening a plan: its form, and how it differentiates."""

from wtforms import RadioField, SelectMultipleField

from lti_tool.blueprints.forms import Formulier
from lti_tool.models import Differentiatie, Planvorm


class OpenForm(Formulier):
    """`mee`: rows of the previous plan that go on; an id that isn't one of those is passed over."""

    vorm = RadioField(
        "Vorm",
        choices={
            Planvorm.GROEPSPLAN.value: "Eén groepsplan",
            Planvorm.GROEPSHANDELINGSPLAN.value: "Groepshandelingsplannen: één document per subgroep",
        },
        default=Planvorm.GROEPSPLAN.value,
    )
    differentiatie = RadioField(
        "Hoe differentieer je?",
        choices={
            Differentiatie.CONVERGENT.value: "Convergent: dezelfde basisdoelen, extra voor sommigen",
            Differentiatie.DIVERGENT.value: "Divergent: elke niveaugroep eigen doelen en tempo",
        },
        default=Differentiatie.CONVERGENT.value,
    )
    mee = SelectMultipleField("Uit de vorige cyclus meenemen", coerce=int, validate_choice=False)
