"""Twelve teachers in one overview at once, on the real server: is any write lost, how long does a save take?

Two owners fill cells and ten colleagues add observations, each in a browser of their own that also asks
for news every 3.5 seconds, as the page does. Bounded: a fixed number of saves each, on this machine only.
"""

import os
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import requests
from flask_migrate import upgrade
from itsdangerous import URLSafeTimedSerializer
from sqlalchemy import select

from lti_tool import create_app
from lti_tool.extensions import db
from lti_tool.models import Cel, Kolom, Regel, Rol
from lti_tool.settings import load_settings
from tests.factories.bouwer import Bouwer

DOCENTEN = 12
KEREN = 25
LEERLINGEN = 28
POORT = 8097
GEHEIM = "geheim-voor-de-metingen-geheim-voor-de-metingen"
# a quick typist: a cell every second and a half
PAUZE_S = 1.5


@dataclass
class Uitkomst:
    """Seconds per save, and saves that were refused or got lost; `cpu`: seconds that the server computed."""

    tijden: list[float] = field(default_factory=list)
    cpu: float = 0.0
    fouten: list[str] = field(default_factory=list)

    def percentiel(self, deel: float) -> float:
        return sorted(self.tijden)[min(len(self.tijden) - 1, int(len(self.tijden) * deel))]


def meet(database_url: str) -> Uitkomst:
    """Run everything against one database and check afterwards that every write is there."""
    settings = load_settings(
        {}, secret_key=GEHEIM, database_url=database_url, base_url=f"http://127.0.0.1:{POORT}"
    )
    app = create_app(settings)
    with app.app_context():
        upgrade()
        tokens, groep_id, regels, kolommen = _bouw()
    uitkomst = Uitkomst()
    begin = _cpu_van_kinderen()
    with _server(database_url):
        draden = [
            threading.Thread(target=_werk, args=(uitkomst, nummer, token, groep_id, regels, kolommen))
            for nummer, token in enumerate(tokens)
        ]
        for draad in draden:
            draad.start()
        for draad in draden:
            draad.join()
    # stopped by now
    uitkomst.cpu = _cpu_van_kinderen() - begin
    with app.app_context():
        _controleer(uitkomst, regels, kolommen)
        db.engine.dispose()
    return uitkomst


def _cpu_van_kinderen() -> float:
    """Seconds of CPU of processes that have ended: the server with its workers, once it was stopped."""
    gebruik = resource.getrusage(resource.RUSAGE_CHILDREN)
    return gebruik.ru_utime + gebruik.ru_stime


def _bouw() -> tuple[list[str], int, list[int], dict[str, int]]:
    """A class, its two owners and ten colleagues, each with a visit."""
    bouwer = Bouwer(db.session())
    cursus = bouwer.cursus()
    bouwer.klas(cursus, LEERLINGEN)
    docenten = [bouwer.docent(f"Docent{n:02}", "de Bruin") for n in range(DOCENTEN)]
    groep = bouwer.groep(cursus, docenten[0])
    bouwer.eigenaar(groep, docenten[1])
    cyclus = bouwer.cyclus(groep)
    tokens = [bouwer.token(docent, cursus, Rol.DOCENT) for docent in docenten]
    regels = list(db.session.scalars(select(Regel.id).order_by(Regel.id)))
    namen = select(Kolom.sleutel, Kolom.id).where(Kolom.cyclus_id == cyclus.id)
    kolommen = {sleutel: kolom_id for sleutel, kolom_id in db.session.execute(namen)}  # noqa: C416 (a result is no mapping)
    return tokens, groep.id, regels, kolommen


def _werk(
    uitkomst: Uitkomst, nummer: int, token: str, groep_id: int, regels: list[int], kolommen: dict[str, int]
) -> None:
    """One teacher: saves at their own pace, and asks for news in between."""
    browser = requests.Session()
    browser.cookies.set("groepswijzer", token)
    csrf = URLSafeTimedSerializer(GEHEIM, salt="wtf-csrf-token").dumps("0" * 40)
    browser.headers["X-CSRFToken"] = csrf
    basis = f"http://127.0.0.1:{POORT}/groep/{groep_id}"
    time.sleep(nummer * PAUZE_S / DOCENTEN)
    for keer in range(KEREN):
        regel = regels[keer % len(regels)]
        if nummer < 2:
            url = f"{basis}/cel/{regel}/{kolommen[('analyse', 'werkhouding')[nummer]]}"
            opdracht = ("PUT", url, {"waarde": f"tekst {nummer} {keer}", "versie": 0})
        else:
            url = f"{basis}/observatie/{regel}/{kolommen['stimulerend']}"
            opdracht = ("POST", url, {"tekst": f"zag {nummer} {keer}"})
        begin = time.perf_counter()
        antwoord = browser.request(opdracht[0], opdracht[1], json=opdracht[2], timeout=20)
        uitkomst.tijden.append(time.perf_counter() - begin)
        if antwoord.status_code != 200:
            uitkomst.fouten.append(f"{antwoord.status_code} {antwoord.text[:100]}")
        if keer % 2 == nummer % 2:
            browser.get(f"{basis}/live", params={"sinds": 0 if keer == 0 else 10**6}, timeout=20)
        time.sleep(max(0, PAUZE_S - (time.perf_counter() - begin)))


def _controleer(uitkomst: Uitkomst, regels: list[int], kolommen: dict[str, int]) -> None:
    """Every text that was saved stands where it was put."""
    cellen = {(c.regel_id, c.kolom_id): c.waarde for c in db.session.scalars(select(Cel))}
    for keer in range(KEREN):
        regel = regels[keer % len(regels)]
        for nummer, sleutel in enumerate(("analyse", "werkhouding")):
            if cellen.get((regel, kolommen[sleutel])) != f"tekst {nummer} {keer}":
                uitkomst.fouten.append(f"lost: cell {nummer} {keer}")
        observaties = cellen.get((regel, kolommen["stimulerend"]), "")
        uitkomst.fouten += [
            f"lost: observation {nummer} {keer}"
            for nummer in range(2, DOCENTEN)
            if f"zag {nummer} {keer} " not in observaties
        ]


@contextmanager
def _server(database_url: str) -> Iterator[None]:
    omgeving = os.environ | {
        "GROEPSWIJZER_SECRET_KEY": GEHEIM,
        "GROEPSWIJZER_DATABASE_URL": database_url,
        "GROEPSWIJZER_BASE_URL": f"http://127.0.0.1:{POORT}",
        "GROEPSWIJZER_BIND": f"127.0.0.1:{POORT}",
    }
    opdracht = [sys.executable, "-m", "lti_tool", "serve"]
    with subprocess.Popen(opdracht, env=omgeving, stderr=subprocess.DEVNULL) as server:
        try:
            _wacht_op_server()
            yield
        finally:
            server.terminate()


def _wacht_op_server() -> None:
    for _ in range(100):
        try:
            if requests.get(f"http://127.0.0.1:{POORT}/gezond", timeout=1).ok:
                return
        except requests.ConnectionError:
            time.sleep(0.2)
    raise SystemExit("the server did not start")


def toon(naam: str, database_url: str) -> None:
    """Measure on one database and print a line, with what went wrong below it."""
    uitkomst = meet(database_url)
    print(
        f"  {naam}: {len(uitkomst.tijden)} saves by {DOCENTEN} teachers, "
        f"median {uitkomst.percentiel(0.5) * 1000:.0f} ms, "
        f"95th percentile {uitkomst.percentiel(0.95) * 1000:.0f} ms, "
        f"lost or refused: {len(uitkomst.fouten)}, "
        f"server CPU {uitkomst.cpu / len(uitkomst.tijden) * 1000:.0f} ms a save with its share of the news"
    )
    for fout in uitkomst.fouten[:5]:
        print("   ", fout)
