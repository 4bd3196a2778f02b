"""The application, put together: reads as a table of contents."""

import hashlib
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy.engine import make_url
from werkzeug.middleware.proxy_fix import ProxyFix

from lti_tool import errors, logs, scripts, weergave
from lti_tool.extensions import babel, bootstrap, csrf, db, migrate
from lti_tool.models.sqlite import richt_sqlite_in
from lti_tool.settings import Settings, data_dir, load_settings


def create_app(settings: Settings | None = None) -> Flask:
    """The application. Raises SettingsError when a setting is missing or bad."""
    settings = settings or load_settings()
    app = Flask(
        "lti_tool",
        template_folder=str(data_dir("templates")),
        static_url_path=f"/static/{_versie_van(Path(__file__).parent / 'static')}",
    )
    _configureer(app, settings)
    logs.richt_logs_in(settings)
    _koppel_uitbreidingen(app)
    _beveilig(app, settings)
    weergave.init_app(app)
    scripts.init_app(app)
    errors.init_app(app)
    _registreer_onderdelen(app)
    return app


def _versie_van(map_: Path) -> str:
    """Changes when any static file does: scripts import each other by relative path, so the version is
    in the path, and browsers may keep the files for good."""
    som = hashlib.sha256()
    for bestand in sorted(map_.rglob("*")):
        if bestand.is_file():
            som.update(bestand.relative_to(map_).as_posix().encode())
            som.update(bestand.read_bytes())
    return som.hexdigest()[:12]


def _configureer(app: Flask, settings: Settings) -> None:
    app.config.update(
        SETTINGS=settings,
        SECRET_KEY=settings.secret_key,
        SQLALCHEMY_DATABASE_URI=database_url(settings.database_url),
        SQLALCHEMY_ENGINE_OPTIONS={"pool_pre_ping": True},
        MAX_CONTENT_LENGTH=settings.max_request_bytes,
        # a class of long texts in one form: not werkzeug's half megabyte
        MAX_FORM_MEMORY_SIZE=settings.max_request_bytes,
        BOOTSTRAP_SERVE_LOCAL=True,
        BABEL_DEFAULT_LOCALE="nl",
        BABEL_DEFAULT_TIMEZONE="Europe/Amsterdam",
        # a form lives as long as the visit whose secret it carries
        WTF_CSRF_TIME_LIMIT=None,
        SEND_FILE_MAX_AGE_DEFAULT=365 * 24 * 3600,
    )
    if settings.proxies:
        aantal = settings.proxies
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=aantal, x_proto=aantal, x_host=aantal
        )


def database_url(url: str) -> str:
    """The address with the driver that we ship: psycopg 3 for PostgreSQL."""
    adres = make_url(url)
    if adres.drivername in ("postgresql", "postgres"):
        adres = adres.set(drivername="postgresql+psycopg")
    return adres.render_as_string(hide_password=False)


def _koppel_uitbreidingen(app: Flask) -> None:
    db.init_app(app)
    with app.app_context():
        richt_sqlite_in(db.engine)
    migrate.init_app(app, db, directory=str(Path(__file__).parent / "migrations"))
    babel.init_app(app)
    bootstrap.init_app(app)
    csrf.init_app(app)


def _beveilig(app: Flask, settings: Settings) -> None:
    from lti_tool.security import invoer, koppen, leesstand, toegang
    from lti_tool.security.sessies import DatabaseSessies

    app.session_interface = DatabaseSessies(settings)
    app.wsgi_app = leesstand.Leesstand(app.wsgi_app)  # type: ignore[method-assign]
    koppen.init_app(app)
    toegang.init_app(app)
    invoer.init_app(app)


def _registreer_onderdelen(app: Flask) -> None:
    from lti_tool import blueprints

    blueprints.init_app(app)

    @app.get("/gezond")
    def gezond() -> dict[str, Any]:
        """For whoever watches the server: it answers, and so does its database."""
        db.session.execute(db.text("SELECT 1"))
        return {"gezond": True}
