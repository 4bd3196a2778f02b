"""Answers that several views give: a form that posts itself, and a refusal for programs."""

from collections.abc import Mapping

from flask import make_response, render_template
from flask.typing import ResponseReturnValue

from .core import Refused


def posting_page(action: str, fields: Mapping[str, str]) -> ResponseReturnValue:
    """A page with one form for `action`, sent on arrival, or by a button where scripts are off."""
    page = make_response(render_template("demo/verstuur.html", action=action, fields=fields))
    page.headers["Cache-Control"] = "no-store"
    return page


def refused_as_json(refused: Refused) -> ResponseReturnValue:
    """A refusal for a program instead of a person."""
    return {"error": refused.text}, refused.status
