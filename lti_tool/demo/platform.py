"""Assembles the demo platform as a Flask app."""

from flask import Flask, Response, render_template
from flask.typing import ResponseReturnValue

from . import admin, api, deep_linking, oidc, pages, registration, services
from .config import PlatformConfig
from .core import Platform, Refused

# The tool may stand in a frame and launches are posted to it; nothing else comes from elsewhere.
_POLICY = (
    "default-src 'self'; frame-src http: https:; form-action http: https:; "
    "frame-ancestors 'self'; base-uri 'none'; object-src 'none'"
)


def create_platform(config: PlatformConfig) -> Flask:
    """Make the platform; raises SystemExit when its data folder holds something else."""
    app = Flask(__name__)
    app.extensions["demo"] = Platform(config)
    for module in (pages, deep_linking, admin, oidc, services, registration, api):
        app.register_blueprint(module.bp)
    app.register_error_handler(Refused, _refused)
    app.after_request(_headers)
    return app


def _refused(refused: Refused) -> ResponseReturnValue:
    return render_template("demo/melding.html", text=refused.text), refused.status


def _headers(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = _POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    # Every page depends on who looks at it and when; launches are good for once.
    if response.mimetype == "text/html":
        response.headers["Cache-Control"] = "no-store"
    return response
