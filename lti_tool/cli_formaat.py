"""The command line for a school's columns: what the administrator's page does, from a file."""

from pathlib import Path
from typing import Any

import click

from lti_tool.cli_app import open_app

SOORTEN = ("vakoverstijgend", "vakspecifiek")
_PLAN = "plan-"

_school = click.option("--school", required=True, help="Name of the school.")
_soort = click.option(
    "--kind",
    "soort",
    required=True,
    type=click.Choice([*SOORTEN, *(f"{_PLAN}{soort}" for soort in SOORTEN)]),
    help="Kind of overview: the mentor's, or a subject's; with plan- before it its groepsplan.",
)
_vak = click.option("--subject", "vak", default="", help="Subject; without it all subjects.")


@click.group()
def formaat() -> None:
    """The columns of a school's overviews and plans."""


def _van(soort: str) -> tuple[Any, Any, str]:
    """What keeps and what writes the columns of a kind, and its name there."""
    from lti_tool.services.school import formaattekst, planformaattekst, planformaten, schoolformaten

    if soort.startswith(_PLAN):
        return planformaten, planformaattekst, soort.removeprefix(_PLAN)
    return schoolformaten, formaattekst, soort


@formaat.command("show")
@_school
@_soort
@_vak
def formaat_show(school: str, soort: str, vak: str) -> None:
    """Print the columns that hold, as text for `set`."""
    from lti_tool.extensions import db
    from lti_tool.services.school import schoolformaten

    formaten, tekst, soort = _van(soort)
    with open_app().app_context():
        school_id = schoolformaten.zoek_school(db.session(), school).id
        vak = schoolformaten.schoon_vak(soort, vak)
        kolommen = formaten.geldend(db.session(), school_id, soort, vak)
    click.echo(tekst.schrijf(kolommen), nl=False)


@formaat.command("set")
@_school
@_soort
@_vak
@click.option(
    "--file",
    "bestand",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The columns as text, see `show`.",
)
def formaat_set(school: str, soort: str, vak: str, bestand: Path) -> None:
    """Set the columns; new cycles get them. Every wrong line of the file is named."""
    from lti_tool.extensions import db
    from lti_tool.services.school import schoolformaten
    from lti_tool.services.school.kolomtekst import OngeldigFormaat

    formaten, tekst, soort = _van(soort)
    with open_app().app_context():
        school_id = schoolformaten.zoek_school(db.session(), school).id
        try:
            kolommen = tekst.lees(bestand.read_text(encoding="utf-8-sig"))
        except UnicodeDecodeError:
            raise click.ClickException(f"{bestand} is geen tekst in UTF-8.") from None
        except OngeldigFormaat as fout:
            raise click.ClickException(
                "\n".join([f"{bestand} kan niet worden gebruikt.", *fout.fouten])
            ) from None
        formaten.bewaar(db.session(), school_id, soort, vak, kolommen, None)
        db.session.commit()
    wie = "plannen" if formaten is not schoolformaten else "cycli"
    click.echo(f"{len(kolommen)} kolommen bewaard. Nieuwe {wie} krijgen deze indeling.")


@formaat.command("reset")
@_school
@_soort
@_vak
def formaat_reset(school: str, soort: str, vak: str) -> None:
    """Back to the default columns; what was entered stays."""
    from lti_tool.extensions import db
    from lti_tool.services.school import schoolformaten

    formaten, _, soort = _van(soort)
    with open_app().app_context():
        school_id = schoolformaten.zoek_school(db.session(), school).id
        was_eigen = formaten.zet_terug(db.session(), school_id, soort, vak)
        db.session.commit()
    click.echo("De standaard geldt weer." if was_eigen else "De standaard gold al.")
