"""How a measurement is taken: an application on one database, requests one at a time, a table of medians.

CPU is the time that our own process computes; with PostgreSQL the database's own work comes on top of it, so
the time on the clock stands beside it. An empty page (404) is the yardstick for other machines.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median

from flask import Flask
from flask_migrate import upgrade
from werkzeug.test import TestResponse

from lti_tool import create_app
from lti_tool.extensions import db
from lti_tool.settings import load_settings
from tests.web.pagina import Bezoeker

KEREN = 40

Verzoek = Callable[[], TestResponse]


@dataclass
class Tijd:
    """Medians in milliseconds."""

    cpu: float
    klok: float


@contextmanager
def tool(database_url: str) -> Iterator[Flask]:
    """The application on an empty database that has all tables."""
    app = create_app(
        load_settings({}, secret_key="x" * 40, database_url=database_url, max_request_bytes=10**6)
    )
    with app.app_context():
        upgrade()
    yield app
    with app.app_context():
        db.engine.dispose()


def meet_verzoeken(
    naam: str,
    database_url: str,
    bouw: Callable[[Flask], tuple[Bezoeker, Mapping[str, Verzoek]]],
    erbij: Mapping[str, Tijd] | None = None,
) -> None:
    """Fill a database with `bouw`, measure each of its requests beside an empty page, and print a table.

    `erbij`: what was measured without requests.
    """
    with tool(database_url) as app:
        with app.app_context():
            browser, verzoeken = bouw(app)
            db.session.remove()
        metingen = {"empty page": meet(pagina(browser, "/er-is-hier-niets"), 404), **(erbij or {})}
        metingen |= {wat: meet(verzoek, 200) for wat, verzoek in verzoeken.items()}
        toon_metingen(naam, metingen)


def pagina(browser: Bezoeker, adres: str) -> Verzoek:
    """The request for a page."""
    return lambda: browser.client.get(adres)


def toon_metingen(naam: str, metingen: Mapping[str, Tijd]) -> None:
    """A line a measurement, beside the empty page."""
    maat = metingen["empty page"].cpu
    print(f"  {naam:<12}{'CPU':>10}{'clock':>10}{'x empty':>10}")
    for wat, tijd in metingen.items():
        print(f"  {wat:<12}{tijd.cpu:>7.1f} ms{tijd.klok:>7.1f} ms{tijd.cpu / maat:>10.1f}")


def meet(verzoek: Callable[[], TestResponse], status: int) -> Tijd:
    """The median of many, after a few that warm up."""
    cpu, klok = [], []
    for keer in range(KEREN + 5):
        begin_cpu, begin = time.process_time(), time.perf_counter()
        antwoord = verzoek()
        if keer >= 5:
            cpu.append(time.process_time() - begin_cpu)
            klok.append(time.perf_counter() - begin)
        assert antwoord.status_code == status, antwoord.text
    return Tijd(median(cpu) * 1000, median(klok) * 1000)
