"""The forms in which a pupil writes their own part, and how it goes with a goal."""

from wtforms import TextAreaField
from wtforms.validators import Length

from lti_tool.blueprints.forms import VersieFormulier
from lti_tool.services.begrijpwijzer.leerlingdeel import VRAGEN
from lti_tool.services.teksten import TEKST_LANGSTE

_LENGTE = Length(max=TEKST_LANGSTE, message=f"Gebruik hoogstens {TEKST_LANGSTE} tekens.")


class EigenWoordenForm(VersieFormulier):
    """What the pupil wants to learn, can do, and needs help with."""

    wil_leren = TextAreaField(VRAGEN["wil_leren"], [_LENGTE], render_kw={"rows": 3})
    kan_zelf = TextAreaField(VRAGEN["kan_zelf"], [_LENGTE], render_kw={"rows": 3})
    hulp_bij = TextAreaField(VRAGEN["hulp_bij"], [_LENGTE], render_kw={"rows": 3})


class DoelwoordForm(VersieFormulier):
    """How it goes with one goal."""

    tekst = TextAreaField(
        "Hoe gaat het met dit doel?",
        [_LENGTE],
        description="Wat lukt al? Wat is nog lastig? Wat helpt je?",
        render_kw={"rows": 5},
    )
