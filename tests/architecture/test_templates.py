"""Every template can be compiled, names templates that exist, and links to endpoints that exist."""

import re
from pathlib import Path

import pytest
from flask import Flask

from lti_tool import create_app
from lti_tool.settings import data_dir
from tests.conftest import instellingen

SJABLONEN = sorted(
    str(pad.relative_to(data_dir("templates"))) for pad in data_dir("templates").rglob("*.html")
)
_SJABLOON = re.compile(r"""["']([\w/]+\.html)["']""")
_ENDPOINT = re.compile(r"""url_for\(\s*["']([\w.]+)["']""")
# of other sites: pages load nothing that isn't ours
_ELDERS = re.compile(r"""(?:src|href|action)\s*=\s*["'](?:https?:)?//""")


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return create_app(instellingen(f"sqlite:///{tmp_path_factory.mktemp('sjabloon') / 'x.db'}"))


def bron(app: Flask, naam: str) -> str:
    assert app.jinja_env.loader is not None
    return app.jinja_env.loader.get_source(app.jinja_env, naam)[0]


@pytest.mark.parametrize("naam", SJABLONEN)
def test_it_compiles_and_stands_on_templates_that_exist(app: Flask, naam: str) -> None:
    app.jinja_env.get_template(naam)
    for ander in _SJABLOON.findall(bron(app, naam)):
        app.jinja_env.get_template(ander)


@pytest.mark.parametrize("naam", SJABLONEN)
def test_it_links_only_to_pages_that_exist_and_are_ours(app: Flask, naam: str) -> None:
    tekst = bron(app, naam)
    assert set(_ENDPOINT.findall(tekst)) <= set(app.view_functions)
    assert _ELDERS.findall(tekst) == []


def test_no_template_lies_about_unused(app: Flask) -> None:
    code = "\n".join(pad.read_text(encoding="utf-8") for pad in Path("lti_tool").rglob("*.py"))
    genoemd = {ander for naam in SJABLONEN for ander in _SJABLOON.findall(bron(app, naam))}
    assert [naam for naam in SJABLONEN if f'"{naam}"' not in code and naam not in genoemd] == []
