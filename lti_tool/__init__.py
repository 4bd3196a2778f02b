"""Groepswijzer: the forms of handelingsgericht werken inside the school's learning platform (LTI 1.3)."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from lti_tool.settings import Settings


def create_app(settings: "Settings | None" = None) -> "Flask":
    """The application. Raises SettingsError when a setting is missing or bad."""
    # Loaded only now: the demo platform and the command line live in this package too, and start faster.
    from lti_tool import factory

    return factory.create_app(settings)
