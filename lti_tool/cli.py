"""The command line: thin commands over services."""

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lti_tool.cli_app import open_app
from lti_tool.cli_formaat import formaat
from lti_tool.settings import SettingsError, load_settings

if TYPE_CHECKING:
    pass


class Opdrachten(click.Group):
    """What a person can do something about is one clear line, not a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except Exception as fout:
            melding = _uitleg(fout)
            if melding is None:
                raise
            raise click.ClickException(melding) from None


def _uitleg(fout: Exception) -> str | None:
    """What to tell of an error; None for one that nobody foresaw."""
    from sqlalchemy.exc import ArgumentError, DatabaseError

    from lti_tool.lti.fouten import LtiFout
    from lti_tool.services.fouten import DomeinFout

    if isinstance(fout, (SettingsError, DomeinFout, LtiFout)):
        return str(fout)
    if isinstance(fout, ArgumentError):
        return "GROEPSWIJZER_DATABASE_URL is geen adres van een database."
    if isinstance(fout, DatabaseError):
        # the driver's first line: without the statement and its values
        reden = str(fout.orig).partition("\n")[0]
        return f"De database werkt niet mee: {reden}. Is `groepswijzer migrate` gedraaid?"
    return None


@click.group(cls=Opdrachten)
@click.version_option(package_name="groepswijzer")
def groepswijzer() -> None:
    """Groepswijzer: groepsoverzicht, begrijpwijzer en groepsplan in de leeromgeving."""


groepswijzer.add_command(formaat)


def main() -> None:
    """Entry point of the command `groepswijzer`."""
    groepswijzer()


@groepswijzer.command()
def migrate() -> None:
    """Bring the database up to date."""
    from flask_migrate import upgrade

    with open_app().app_context():
        upgrade()
    click.echo("De database is bij.")


@groepswijzer.command()
def serve() -> None:
    """Start the web server (gunicorn)."""
    from lti_tool.server import Server

    load_settings()  # refuse in one line, before gunicorn has a word to say
    Server().run()


@groepswijzer.command(
    context_settings={"ignore_unknown_options": True, "allow_extra_args": True}, add_help_option=False
)
@click.pass_context
def demo(context: click.Context) -> None:
    """Start the tool with a demo learning platform on this machine."""
    if find_spec("lti1p3platform") is None:
        raise click.ClickException("De demo heeft meer nodig: pip install 'groepswijzer[demo]'")
    from lti_tool.demo.start import main as start

    raise SystemExit(start(context.args))


@groepswijzer.group()
def platform() -> None:
    """Learning platforms that may launch the tool."""


@platform.command("add")
@click.option("--school", required=True, help="Name of the school.")
@click.option("--issuer", required=True, help="The platform's issuer.")
@click.option("--client-id", required=True)
@click.option("--deployment-id", "deployment_ids", required=True, multiple=True)
@click.option("--auth-url", required=True, help="Authentication request URL.")
@click.option("--token-url", required=True, help="Access token URL.")
@click.option("--jwks-url", required=True, help="Public keyset URL.")
def platform_add(**gegevens: Any) -> None:
    """Register a platform by hand. The same again changes nothing."""
    from lti_tool.extensions import db
    from lti_tool.services.school import platforms

    with open_app().app_context():
        platforms.voeg_platform_toe(
            db.session(),
            gegevens["school"],
            gegevens["issuer"],
            gegevens["client_id"],
            list(gegevens["deployment_ids"]),
            gegevens["auth_url"],
            gegevens["token_url"],
            gegevens["jwks_url"],
        )
        db.session.commit()
    click.echo("Het platform is geregistreerd.")


@platform.command("list")
def platform_list() -> None:
    """Show the registrations."""
    from lti_tool.extensions import db
    from lti_tool.services.school import platforms

    with open_app().app_context():
        for registratie in platforms.lijst(db.session()):
            ids = ", ".join(d.deployment_id for d in registratie.deployments)
            stand = "aan" if registratie.actief else "uit"
            school = registratie.platform.school.naam
            click.echo(f"{school}\t{registratie.issuer}\t{registratie.client_id}\t{ids}\t{stand}")


@platform.command("disable")
@click.option("--issuer", required=True)
@click.option("--client-id", required=True)
def platform_disable(issuer: str, client_id: str) -> None:
    """Refuse launches of a registration; its data stay."""
    from lti_tool.extensions import db
    from lti_tool.services.school import platforms

    with open_app().app_context():
        platforms.zet_uit(db.session(), issuer, client_id)
        db.session.commit()
    click.echo("Het platform staat uit.")


@groepswijzer.command("registration-link")
@click.option("--school", required=True, help="Name of the school.")
def registration_link(school: str) -> None:
    """A one-time link to paste into the LMS (dynamic registration)."""
    from lti_tool.extensions import db
    from lti_tool.lti import registreren
    from lti_tool.services.school import platforms

    app = open_app()
    with app.app_context():
        rij = platforms.vind_of_maak_school(db.session(), school)
        link = registreren.maak_link(db.session(), app.config["SETTINGS"], rij)
        db.session.commit()
    click.echo(link)


@groepswijzer.group()
def keys() -> None:
    """The tool's own signing keys."""


@keys.command("rotate")
def keys_rotate() -> None:
    """Sign with a new key; the old one stays published for a while."""
    from lti_tool.extensions import db
    from lti_tool.lti import sleutels

    app = open_app()
    with app.app_context():
        sleutels.roteer(db.session(), app.config["SETTINGS"])
        db.session.commit()
    dagen = app.config["SETTINGS"].key_overlap_days
    click.echo(f"Er wordt ondertekend met een nieuwe sleutel; de oude blijft {dagen} dagen bekend.")


def _lees_tekst(bestand: Path) -> str:
    """A text file as spreadsheets write it: UTF-8, else the old Windows encoding."""
    inhoud = bestand.read_bytes()
    try:
        return inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        return inhoud.decode("cp1252", errors="replace")


@groepswijzer.group()
def owners() -> None:
    """Owners of groups."""


@owners.command("set")
@click.option("--school", required=True, help="Name of the school.")
@click.option("--course", "cursus", help="Course by id, short name or number in the LMS.")
@click.option("--owner", "eigenaar", help="Teacher by e-mail address, number or id in the LMS.")
@click.option("--subject", "vak", default="", help="Subject; without it the mentor class.")
@click.option("--csv", "bestand", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def owners_set(school: str, cursus: str, eigenaar: str, vak: str, bestand: Path | None) -> None:
    """Set owners, one or a whole school's from a CSV (cursus;eigenaar;soort;vak)."""
    from lti_tool.extensions import db
    from lti_tool.models import Soort
    from lti_tool.services.school import beheer
    from lti_tool.services.school.beheer import Toewijzing

    if bestand is None and not (cursus and eigenaar):
        raise click.UsageError("Geef --course en --owner, of --csv.")
    with open_app().app_context():
        doel = beheer.platform_van_school(db.session(), school)
        if bestand is not None:
            lijst = beheer.lees_eigenaren_csv(_lees_tekst(bestand))
        else:
            soort = Soort.VAKSPECIFIEK if vak else Soort.VAKOVERSTIJGEND
            lijst = [Toewijzing(cursus, eigenaar, soort, vak)]
        gedaan = sum(beheer.wijs_toe(db.session(), doel, toewijzing) for toewijzing in lijst)
        db.session.commit()
    click.echo(f"{gedaan} ingesteld, {len(lijst) - gedaan} wachten tot cursus en docent bekend zijn.")


@groepswijzer.group()
def voorbeeld() -> None:
    """Example data for the demo."""


@voorbeeld.command("laden")
@click.argument("naam", type=click.Choice(["voorbeeld"]), default="voorbeeld", expose_value=False)
def voorbeeld_laden() -> None:
    """Fill the demo's school with a class in mid-cycle. The same again changes nothing."""
    from lti_tool.demo.gegevens import course_data
    from lti_tool.demo.school import load_school
    from lti_tool.extensions import db
    from lti_tool.services.school import beheer
    from lti_tool.services.voorbeeld import voorbeeld as voorbeelden

    school = load_school()
    with open_app().app_context():
        doel = beheer.platform_van_school(db.session(), school.name)
        cursussen = [course_data(school, cursus) for cursus in school.courses.values()]
        nieuw = voorbeelden.laad(db.session(), doel, cursussen)
        db.session.commit()
    click.echo("Het voorbeeld is geladen." if nieuw else "Het voorbeeld stond er al.")
