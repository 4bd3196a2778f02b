"""Which scripts a page asks for beforehand: exactly those that its script imports."""

import pytest

from lti_tool.scripts import MAP, importeert, scripts_van

ALLE = sorted(pad.relative_to(MAP).as_posix() for pad in MAP.rglob("*.js"))


@pytest.mark.parametrize("pad", ALLE)
def test_every_script_imports_only_scripts_that_exist(pad: str) -> None:
    assert [ander for ander in importeert(pad) if ander not in ALLE] == []


@pytest.mark.parametrize("pad", ALLE)
def test_no_import_is_overlooked(pad: str) -> None:
    tekst = (MAP / pad).read_text(encoding="utf-8")
    geteld = tekst.count(' from "./') + tekst.count(' from "../') + tekst.count('\nimport "')
    assert len(importeert(pad)) == geteld


def test_what_is_imported_further_on_is_named_once_and_the_script_itself_is_not() -> None:
    gevonden = scripts_van("begrijpwijzer/begrijpwijzer")
    assert len(set(gevonden)) == len(gevonden) > 20
    assert "begrijpwijzer/begrijpwijzer.js" not in gevonden
    assert {"api.js", "wachtrij.js"} <= {pad.rpartition("/")[2] for pad in gevonden}


def test_a_script_that_is_not_there_is_an_error_and_no_empty_list() -> None:
    with pytest.raises(FileNotFoundError):
        scripts_van("verzonnen")
