"""The school's clock."""

from datetime import date
from zoneinfo import ZoneInfo

from lti_tool.models import nu

SCHOOLTIJD = ZoneInfo("Europe/Amsterdam")


def vandaag() -> date:
    """Today where the school stands."""
    return nu().astimezone(SCHOOLTIJD).date()
