"""The form of deep linking: which forms come into the course."""

from collections.abc import Iterator
from typing import Any

from wtforms import BooleanField, Field, FieldList, StringField, SubmitField
from wtforms.validators import Length, ValidationError

from lti_tool.blueprints.forms import Formulier
from lti_tool.models import Soort
from lti_tool.services.groep.groepen import VAK_LANGSTE

MEESTE_VAKKEN = 8


def _op_een_regel(waarde: str | None) -> str:
    """Moodle splits custom parameters at line breaks."""
    return " ".join((waarde or "").split())


def _geen_variabele(_form: Any, veld: Field) -> None:
    """A platform fills in names that begin with a dollar sign (LTI variables)."""
    if veld.data.startswith("$") or not veld.data.isprintable():
        raise ValidationError("Begin met een letter en gebruik gewone tekens.")


class KoppelForm(Formulier):
    """`keuzes` holds what was chosen, once the form is valid."""

    mentorklas = BooleanField("Groepsoverzicht van de mentorklas")
    vakken = FieldList(
        StringField(
            "Naam van het vak",
            [Length(max=VAK_LANGSTE, message=f"Gebruik hoogstens {VAK_LANGSTE} tekens."), _geen_variabele],
            [_op_een_regel],
        ),
        min_entries=1,
        max_entries=MEESTE_VAKKEN,
    )
    eigenaar = BooleanField(
        "Dit is mijn klas of mijn vak",
        description="Je wordt eigenaar: jij houdt het overzicht bij. Overdragen kan later.",
    )
    begrijpwijzer = BooleanField("Ook een link rechtstreeks naar de begrijpwijzer")
    groepsplan = BooleanField("Ook een link rechtstreeks naar het groepsplan")
    nog_een = SubmitField("Nog een vak")
    plaatsen = SubmitField("In de cursus plaatsen")

    def __init__(self, *args: Any, meer: bool, **kwargs: Any) -> None:
        """meer: whether the platform takes more than one link at once."""
        super().__init__(*args, **kwargs)
        self._meer = meer
        if not meer:
            self.begrijpwijzer.label.text = "Laat de link rechtstreeks naar de begrijpwijzer gaan"
            self.groepsplan.label.text = "Laat de link rechtstreeks naar het groepsplan gaan"

    def __iter__(self) -> Iterator[Field]:
        """The fields for a template: those of the list one by one, each with its own error and label."""
        for veld in super().__iter__():
            if veld is self.vakken:
                yield from self.vakvelden
            else:
                yield veld

    @property
    def vakvelden(self) -> list[Field]:
        """The fields for subjects, numbered when there are more."""
        velden = list(self.vakken)
        for nummer, veld in enumerate(velden, 1):
            veld.label.text = f"Naam van vak {nummer}" if len(velden) > 1 else "Naam van het vak"
        return velden

    @property
    def formulieren(self) -> list[str]:
        """What each choice gets a link to; one only where the platform takes one."""
        erbij = [veld.name for veld in (self.begrijpwijzer, self.groepsplan) if veld.data]
        return ["groepsoverzicht", *erbij] if self._meer or not erbij else erbij

    @property
    def keuzes(self) -> list[tuple[str, str]]:
        """(soort, vak) of every chosen overview; vak is "" for the mentor class."""
        vakken = {veld.data.casefold(): veld.data for veld in self.vakken if veld.data}
        mentorklas = [(Soort.VAKOVERSTIJGEND.value, "")] if self.mentorklas.data else []
        return mentorklas + [(Soort.VAKSPECIFIEK.value, vak) for vak in vakken.values()]

    def validate(self, extra_validators: Any = None) -> bool:
        """Beside the fields: at least one choice, and no more than the platform takes."""
        if not super().validate(extra_validators):
            return False
        if not self.keuzes:
            self.form_errors.append("Kies de mentorklas, of schrijf de naam van een vak op.")
        elif not self._meer and len(self.keuzes) * len(self.formulieren) > 1:
            self.form_errors.append("Je leeromgeving neemt één formulier tegelijk. Kies er één.")
        return not self.form_errors
