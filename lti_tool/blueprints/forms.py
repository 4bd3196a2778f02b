"""The base of forms: beside each field's own rules, nothing doubled and nothing invisible."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from flask import abort, request
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    FieldList,
    FormField,
    HiddenField,
    SelectMultipleField,
    StringField,
    SubmitField,
)
from wtforms.fields import Field

# Control characters, halves of characters, and those that turn the reading direction of what follows.
_ONZICHTBAAR = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

# A version never has so many figures, and Python refuses to read thousands of them.
_LANGSTE_GETAL = 10
_JA_OF_NEE = {"y", "on", "true", "1", "false", ""}


class Formulier(FlaskForm):
    """A form whose fields come once each. Errors stand beside the field; what was typed stays in it."""

    class Meta(FlaskForm.Meta):
        def wrap_formdata(self, form: Any, formdata: Any) -> Any:
            """Fields of a form only: Flask-WTF would take JSON for fields too, of any type."""
            if request.is_json:
                abort(415)
            return super().wrap_formdata(form, formdata)

    def invulvelden(self) -> Iterator[Field]:
        """All that can be filled in, also in the rows of a list."""
        yield from _invulvelden(self)

    def validate(self, extra_validators: Any = None) -> bool:
        """No browser doubles a field, or lets these characters be typed; which was meant can't be known."""
        goed = bool(super().validate(extra_validators))
        for veld in self:
            for bezwaar in _bezwaren(veld):
                veld.errors = [*veld.errors, bezwaar]
                goed = False
        return goed


class VersieFormulier(Formulier):
    """A form over something that others change too: it names the version that its writer saw."""

    versie = HiddenField(default="0")

    @property
    def gezien(self) -> int:
        """The version that the writer saw; 0 for anything that is none."""
        getal = self.versie.data or ""
        return int(getal) if getal.isascii() and getal.isdecimal() and len(getal) < _LANGSTE_GETAL else 0


def _invulvelden(velden: Iterable[Field]) -> Iterator[Field]:
    for veld in velden:
        if isinstance(veld, FieldList | FormField):
            yield from _invulvelden(veld)
        else:
            yield veld


def _bezwaren(veld: Field) -> list[str]:
    bezwaren = []
    if not isinstance(veld, SelectMultipleField | FieldList) and len(veld.raw_data or ()) > 1:
        bezwaren.append("Dit veld kwam meer dan één keer binnen. Kijk na wat er moet staan.")
    if isinstance(veld, StringField) and _ONZICHTBAAR.search(veld.data or ""):
        bezwaren.append("Hier staan tekens in die je niet kunt zien. Typ de tekst opnieuw.")
    # a button is a BooleanField too, to WTForms; its value is what stands on it
    is_vinkje = isinstance(veld, BooleanField) and not isinstance(veld, SubmitField)
    if is_vinkje and not {*(veld.raw_data or ())} <= _JA_OF_NEE:
        bezwaren.append("Vink dit aan of niet.")
    return bezwaren
