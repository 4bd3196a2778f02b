"""How dates look in templates."""

from datetime import date, datetime

from flask import Flask
from flask_babel import format_date, format_datetime, format_time

from lti_tool.hgw.redenen import REDENEN


def datum(waarde: date | datetime) -> str:
    """22 nov 2026"""
    return str(format_date(waarde, "d MMM y")).replace(".", "")


def tijd(waarde: datetime) -> str:
    """14:03, on the school's clock"""
    return str(format_time(waarde, "HH:mm"))


def datumtijd(waarde: datetime) -> str:
    """22 nov 14:03, on the school's clock"""
    return str(format_datetime(waarde, "d MMM HH:mm")).replace(".", "")


def init_app(app: Flask) -> None:
    for filter_ in (datum, tijd, datumtijd):
        app.add_template_filter(filter_)
    app.jinja_env.globals["redennamen"] = {reden.sleutel: reden.naam for reden in REDENEN}
