"""The documentation knows every code, command, column word and address that the tool has."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from lti_tool import errors
from lti_tool.cli import groepswijzer
from lti_tool.hgw.schalen import SOORTEN
from lti_tool.lti.aanvraag import CUSTOM
from lti_tool.lti.fouten import Code
from lti_tool.lti.meldingen import MELDINGEN
from lti_tool.services.school.formaten import Kolomformaat

DOCS = Path(__file__).parents[2] / "docs"


def lees(naam: str) -> str:
    return (DOCS / naam).read_text(encoding="utf-8")


def test_every_code_of_a_platforms_failure_has_a_text_and_advice() -> None:
    assert set(MELDINGEN) == {code.value for code in Code}
    assert set(re.findall(r"^\| (LTI-\d\d) \|", lees("errors.md"), re.MULTILINE)) == set(MELDINGEN)


def test_every_code_of_the_tool_itself_has_advice() -> None:
    statussen = {401, 403, 500, *errors.STATUS.values(), *errors._HTTP}
    codes = set(re.findall(r"^\| (GW-\d{3}) \|", lees("errors.md"), re.MULTILINE))
    assert codes == {f"GW-{status}" for status in statussen}


@pytest.mark.parametrize("veld", [veld.name for veld in fields(Kolomformaat)])
def test_every_word_of_a_column_is_explained(veld: str) -> None:
    assert f"`{veld}`" in lees("formats.md")


@pytest.mark.parametrize("schaal", SOORTEN)
def test_every_scale_is_explained(schaal: str) -> None:
    assert f"`{schaal}`" in lees("formats.md")


def test_registering_by_hand_names_the_same_addresses_and_parameters() -> None:
    tekst = lees("moodle.md")
    for pad in ("/lti/login", "/lti/launch", "/lti/jwks"):
        assert f"`T{pad}`" in tekst
    for naam, waarde in CUSTOM.items():
        assert f"`{naam}={waarde}`" in tekst


@pytest.mark.parametrize("opdracht", sorted(groepswijzer.commands))
def test_every_command_stands_in_the_readme(opdracht: str) -> None:
    assert f"groepswijzer {opdracht}" in (DOCS.parent / "README.md").read_text(encoding="utf-8")


def test_links_between_documents_lead_somewhere() -> None:
    for pad in [DOCS.parent / "README.md", *DOCS.rglob("*.md")]:
        for doel in re.findall(r"\]\((?!https?://|#)([^)#]+)", pad.read_text(encoding="utf-8")):
            assert (pad.parent / doel).exists(), f"{pad.name}: {doel}"
