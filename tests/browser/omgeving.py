"""The real tool and the demo platform, each as a process of its own, and their memory between tests."""

import os
import shutil
import signal
import socket
import sqlite3
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import requests

from lti_tool.demo.processes import Processes

GEHEIM = "geheim-voor-de-browserproeven-geheim-voor-de-browserproeven"
_TOOL = (sys.executable, "-m", "lti_tool")


def vrije_poort() -> int:
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        return int(proef.getsockname()[1])


@dataclass(frozen=True)
class Adressen:
    """Where browsers find the tool and the platform, and where the tool itself listens.

    `ca` is the certificate to trust; None: plain http.
    """

    tool: str
    elo: str
    bind: str
    ca: Path | None = None

    @classmethod
    def op_deze_machine(cls) -> "Adressen":
        bind = f"127.0.0.1:{vrije_poort()}"
        return cls(f"http://{bind}", f"http://127.0.0.1:{vrije_poort()}", bind)


@dataclass
class Omgeving:
    """What every browser test stands on. `tool` and `elo` are addresses without a slash at the end."""

    adressen: Adressen
    map: Path
    processen: Processes

    @property
    def tool(self) -> str:
        return self.adressen.tool

    @property
    def elo(self) -> str:
        return self.adressen.elo

    @property
    def database(self) -> Path:
        return self.map / "groepswijzer.db"

    def api(self, methode: str, pad: str, inhoud: Any = None) -> Any:
        """A door of the demo platform, e.g. ("PUT", "/api/storing/nrps", {"status": 503})."""
        antwoord = requests.request(
            methode, self.elo + pad, json=inhoud, timeout=20, verify=str(self.adressen.ca or True)
        )
        antwoord.raise_for_status()
        return antwoord.json() if antwoord.content else None

    def opdracht(self, *woorden: str) -> str:
        """A command of `groepswijzer`; its output."""
        naam = f"opdracht-{woorden[0]}"
        self.processen.run(naam, [*_TOOL, *woorden])
        return (self.processen.logs / f"{naam}.log").read_text(encoding="utf-8").strip()

    def sql(self, opdracht: str, *waarden: Any) -> list[tuple[Any, ...]]:
        """One statement in the tool's database, behind the tool's back."""
        with closing(sqlite3.connect(self.database, timeout=10)) as verbinding, verbinding:
            verbinding.execute("PRAGMA foreign_keys = ON")
            return verbinding.execute(opdracht, waarden).fetchall()

    def bewaar_stand(self, naam: str) -> None:
        """Keep the database as it is now, to go back to."""
        self._kopieer(self.database, self.map / f"{naam}.db")

    def herstel_stand(self, naam: str) -> None:
        """The database as it was kept; what is connected to it sees that as one change."""
        self._kopieer(self.map / f"{naam}.db", self.database)

    def kent_stand(self, naam: str) -> bool:
        return (self.map / f"{naam}.db").exists()

    @staticmethod
    def _kopieer(van: Path, naar: Path) -> None:
        with (
            closing(sqlite3.connect(van, timeout=10)) as bron,
            closing(sqlite3.connect(naar, timeout=10)) as doel,
        ):
            bron.backup(doel)

    def begin_opnieuw(self, stand: str = "leeg") -> None:
        """A tool and a platform that nobody has used, or as they were in a kept state."""
        self.herstel_stand(stand)
        self.api("POST", "/api/begin-opnieuw")
        if "tool" not in self.processen.running:
            self.start_tool()

    def start_tool(self) -> None:
        self.processen.start("tool", [*_TOOL, "serve"])
        self.processen.wait_until_healthy("tool", f"http://{self.adressen.bind}/gezond")

    def breek_tool_af(self) -> None:
        """As a power cut does: at once, in the middle of whatever is under way."""
        proces = self.processen.running.pop("tool")
        os.killpg(proces.pid, signal.SIGKILL)
        proces.wait()

    @contextmanager
    def bevroren(self) -> Iterator[None]:
        """A tool that takes what is sent and answers nothing, until this ends."""
        groep = self.processen.running["tool"].pid
        os.killpg(groep, signal.SIGSTOP)
        try:
            yield
        finally:
            os.killpg(groep, signal.SIGCONT)


@contextmanager
def draaiend(
    adressen: Adressen, map_: Path, lege_database: Path, platform: Sequence[str], extra: Mapping[str, str]
) -> Iterator[Omgeving]:
    """Tool and platform started, and connected; the kept state "leeg" is just that.

    platform: its command line. extra: more environment, for both.
    """
    omgeving = Omgeving(adressen, map_, Processes(map_ / "logs", _variabelen(adressen, map_) | extra))
    shutil.copy(lege_database, omgeving.database)
    with omgeving.processen as processen:
        processen.start("platform", platform)
        omgeving.opdracht("platform", "add", *_koppeling(adressen.elo))
        omgeving.bewaar_stand("leeg")
        omgeving.start_tool()
        _wacht_op_platform(omgeving)
        yield omgeving


def _variabelen(adressen: Adressen, map_: Path) -> dict[str, str]:
    return os.environ | {
        "GROEPSWIJZER_BASE_URL": adressen.tool,
        "GROEPSWIJZER_BIND": adressen.bind,
        "GROEPSWIJZER_DATABASE_URL": f"sqlite:///{map_ / 'groepswijzer.db'}",
        "GROEPSWIJZER_SECRET_KEY": GEHEIM,
    }


def _koppeling(elo: str) -> list[str]:
    opties = {
        "--school": "Het Lindecollege",
        "--issuer": elo,
        "--client-id": "demo-client",
        "--deployment-id": "1",
        "--auth-url": f"{elo}/lti/auth",
        "--token-url": f"{elo}/lti/token",
        "--jwks-url": f"{elo}/lti/certs",
    }
    return [tekst for optie in opties.items() for tekst in optie]


def _wacht_op_platform(omgeving: Omgeving) -> None:
    ca = omgeving.adressen.ca
    einde = time.monotonic() + 30
    while True:
        assert omgeving.processen.running["platform"].poll() is None, "the demo platform does not run"
        try:
            requests.get(f"{omgeving.elo}/gezond", timeout=2, verify=str(ca) if ca else True)
        except requests.RequestException:
            assert time.monotonic() < einde, "the demo platform does not answer"
            time.sleep(0.1)
        else:
            return
