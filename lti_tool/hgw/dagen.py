"""One day, as teachers write it in a field of its own."""

from datetime import date, timedelta

from lti_tool.hgw.datums import geloofwaardig
from lti_tool.hgw.doeltekst import vlak
from lti_tool.hgw.momenten import momenten
from lti_tool.hgw.schoolmomenten import Looptijd


def lees_dag(tekst: str, periode: Looptijd) -> date | None:
    """The day that a text means ("20-11", "20 november", "2026-11-20"); None when that isn't clear.

    Of a stretch of days ("begin december") it is the last one; before such a stretch ("voor de kerst") is no
    day that everybody would read the same. A missing year follows from the period.
    """
    try:
        dag: date | None = date.fromisoformat(tekst.strip())
    except ValueError:
        plat = vlak(tekst.strip())
        gevonden = momenten(plat, periode)
        eerste, dag = (gevonden[0].eerste, gevonden[0].laatste) if len(gevonden) == 1 else (None, None)
        # a single day comes with a day of slack
        if eerste and dag and dag - eerste > timedelta(days=1) and plat.startswith("voor "):
            dag = None
    return dag if dag is not None and geloofwaardig(dag) else None
