"""A checkout works on any machine: it names no folder of the one it was written on."""

import re
from pathlib import Path

HUIS = Path(__file__).parents[2]
MAPPEN = ("lti_tool", "templates", "config", "docs", "tests", "benchmarks", ".ci")
SOORTEN = {".py", ".toml", ".md", ".html", ".css", ".js", ".sh", ".ini", ".mako", ".typ", ".cfg", ""}
# written in two parts, so that this file doesn't hold them
VAN_EEN_MACHINE = re.compile(
    "|".join(("/" + "work/", "/" + "home/", "/" + "root/", r"\b[A-Z]:" + r"\\Users"))
)


def teksten() -> list[Path]:
    los = [HUIS / naam for naam in ("README.md", "CHANGELOG.md", "Makefile", "pyproject.toml")]
    in_mappen = [pad for map_ in MAPPEN for pad in (HUIS / map_).rglob("*")]
    return [
        pad
        for pad in [*los, *in_mappen]
        if pad.is_file() and pad.suffix in SOORTEN and "__pycache__" not in pad.parts
    ]


def test_there_is_something_to_read() -> None:
    assert len(teksten()) > 300


def test_no_path_of_one_machine_stands_in_it() -> None:
    gevonden = [
        f"{pad.relative_to(HUIS)}: {treffer.group()}"
        for pad in teksten()
        for treffer in VAN_EEN_MACHINE.finditer(pad.read_text(encoding="utf-8"))
    ]
    assert gevonden == []
