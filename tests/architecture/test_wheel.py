"""What `pip install dist/*.whl` gets: everything that a checkout has and the tool needs at run time."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

HUIS = Path(__file__).parents[2]
# folder in the checkout -> folder in the wheel
INHOUD = {
    "lti_tool": "lti_tool",
    "templates": "lti_tool/_data/templates",
    "config": "lti_tool/_data/config",
}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the files in a freshly built wheel."""
    map_ = tmp_path_factory.mktemp("wheel")
    opdracht = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(map_)]
    subprocess.run(opdracht, cwd=HUIS, check=True, capture_output=True)
    (bestand,) = map_.glob("groepswijzer-*.whl")
    with zipfile.ZipFile(bestand) as inhoud:
        return set(inhoud.namelist())


@pytest.mark.parametrize(("bron", "doel"), INHOUD.items())
def test_every_file_of_a_checkout_is_in_it(wheel: set[str], bron: str, doel: str) -> None:
    paden = [pad for pad in (HUIS / bron).rglob("*") if pad.is_file() and "__pycache__" not in pad.parts]
    assert len(paden) > 10
    assert {f"{doel}/{pad.relative_to(HUIS / bron)}" for pad in paden} <= wheel


@pytest.mark.parametrize(
    "bestand",
    [
        "lti_tool/_data/config/default.toml",
        "lti_tool/_data/config/gunicorn.conf.py",
        "lti_tool/_data/templates/layouts/basis.html",
        "lti_tool/_data/templates/documents/overzicht.docx",
        "lti_tool/migrations/alembic.ini",
        "lti_tool/migrations/versions/0001_the_tables_of_launch_group_and_overview.py",
        "lti_tool/static/css/basis.css",
        "lti_tool/demo/school.toml",
        "lti_tool/demo/templates/demo/voorpagina.html",
    ],
)
def test_it_holds_what_the_commands_need(wheel: set[str], bestand: str) -> None:
    assert bestand in wheel


def test_nothing_else_goes_along(wheel: set[str]) -> None:
    mappen = {naam.split("/")[0] for naam in wheel}
    assert {map_ for map_ in mappen if not map_.endswith(".dist-info")} == {"lti_tool"}
    assert [naam for naam in wheel if naam.endswith((".pyc", ".db", ".log"))] == []
