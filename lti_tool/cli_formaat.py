"""The command line for a school's columns: what the administrator's page does, from a file."""

from pathlib import Path

import click

from lti_tool.cli_app import open_app

# the keys of services.school.indelingen, which isn't imported for `--help`
SOORTEN = ("vakoverstijgend", "vakspecifiek", "plan-vakoverstijgend", "plan-vakspecifiek")

_school = click.option("--school", required=True, help="Name of the school.")
_soort = click.option(
    "--kind",
    "soort",
    required=True,
    type=click.Choice(SOORTEN),
    help="Kind of overview: the mentor's, or a subject's; with plan- before it its groepsplan.",
)
_vak = click.option("--subject", "vak", default="", help="Subject; without it all subjects.")


@click.group()
def formaat() -> None:
    """The columns of a school's overviews and plans."""


@formaat.command("show")
@_school
@_soort
@_vak
def formaat_show(school: str, soort: str, vak: str) -> None:
    """Print the columns that hold, as text for `set`."""
    from lti_tool.extensions import db
    from lti_tool.services.school import indelingen, schoolformaten

    indeling = indelingen.zoek(soort)
    with open_app().app_context():
        school_id = schoolformaten.zoek_school(db.session(), school).id
        vak = schoolformaten.schoon_vak(indeling.soort, vak)
        kolommen = indeling.formaten.geldend(db.session(), school_id, indeling.soort, vak)
    click.echo(indeling.tekst.schrijf(kolommen), nl=False)


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
    from lti_tool.services.school import indelingen, schoolformaten
    from lti_tool.services.school.kolomtekst import OngeldigFormaat

    indeling = indelingen.zoek(soort)
    with open_app().app_context():
        school_id = schoolformaten.zoek_school(db.session(), school).id
        try:
            kolommen = indeling.tekst.lees(bestand.read_text(encoding="utf-8-sig"))
        except UnicodeDecodeError:
            raise click.ClickException(f"{bestand} is geen tekst in UTF-8.") from None
        except OngeldigFormaat as fout:
            raise click.ClickException(
                "\n".join([f"{bestand} kan niet worden gebruikt.", *fout.fouten])
            ) from None
        indeling.formaten.bewaar(db.session(), school_id, indeling.soort, vak, kolommen, None)
        db.session.commit()
    click.echo(f"{len(kolommen)} kolommen bewaard. Nieuwe {indeling.geldt_voor} krijgen deze indeling.")


@formaat.command("reset")
@_school
@_soort
@_vak
def formaat_reset(school: str, soort: str, vak: str) -> None:
    """Back to the default columns; what was entered stays."""
    from lti_tool.extensions import db
    from lti_tool.services.school import indelingen, schoolformaten

    indeling = indelingen.zoek(soort)
    with open_app().app_context():
        school_id = schoolformaten.zoek_school(db.session(), school).id
        was_eigen = indeling.formaten.zet_terug(db.session(), school_id, indeling.soort, vak)
        db.session.commit()
    click.echo("De standaard geldt weer." if was_eigen else "De standaard gold al.")
