"""The command line for a school's columns: what the administrator's page does, from a file."""

from pathlib import Path

import click

_school = click.option("--school", required=True, help="Name of the school.")
_soort = click.option(
    "--kind",
    "soort",
    required=True,
    type=click.Choice(["vakoverstijgend", "vakspecifiek"]),
    help="Kind of overview: the mentor's, or a subject's.",
)
_vak = click.option("--subject", "vak", default="", help="Subject; without it all subjects.")


@click.group()
def formaat() -> None:
    """The columns of a school's overviews."""


@formaat.command("show")
@_school
@_soort
@_vak
def formaat_show(school: str, soort: str, vak: str) -> None:
    """Print the columns that hold, as text for `set`."""
    from lti_tool import create_app
    from lti_tool.extensions import db
    from lti_tool.services import formaattekst, schoolformaten

    with create_app().app_context():
        school_id = schoolformaten.zoek_school(db.session(), school).id
        vak = schoolformaten.schoon_vak(soort, vak)
        kolommen = schoolformaten.geldend(db.session(), school_id, soort, vak)
    click.echo(formaattekst.schrijf(kolommen), nl=False)


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
    from lti_tool import create_app
    from lti_tool.extensions import db
    from lti_tool.services import formaattekst, schoolformaten
    from lti_tool.services.formaattekst import OngeldigFormaat

    with create_app().app_context():
        school_id = schoolformaten.zoek_school(db.session(), school).id
        try:
            kolommen = formaattekst.lees(bestand.read_text(encoding="utf-8-sig"))
        except UnicodeDecodeError:
            raise click.ClickException(f"{bestand} is geen tekst in UTF-8.") from None
        except OngeldigFormaat as fout:
            raise click.ClickException(
                "\n".join([f"{bestand} kan niet worden gebruikt.", *fout.fouten])
            ) from None
        schoolformaten.bewaar(db.session(), school_id, soort, vak, kolommen, None)
        db.session.commit()
    click.echo(f"{len(kolommen)} kolommen bewaard. Nieuwe cycli krijgen deze indeling.")


@formaat.command("reset")
@_school
@_soort
@_vak
def formaat_reset(school: str, soort: str, vak: str) -> None:
    """Back to the default columns; what was entered stays."""
    from lti_tool import create_app
    from lti_tool.extensions import db
    from lti_tool.services import schoolformaten

    with create_app().app_context():
        school_id = schoolformaten.zoek_school(db.session(), school).id
        was_eigen = schoolformaten.zet_terug(db.session(), school_id, soort, vak)
        db.session.commit()
    click.echo("De standaard geldt weer." if was_eigen else "De standaard gold al.")
