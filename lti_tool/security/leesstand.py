"""A request that only reads takes no write lock (SQLite; see models/sqlite.py)."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from lti_tool.models.sqlite import alleen_lezen

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


class Leesstand:
    """WSGI middleware around the whole request, since the visit is read before any view."""

    def __init__(self, app: "WSGIApplication") -> None:
        self._app = app

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        if environ.get("REQUEST_METHOD") in ("GET", "HEAD"):
            with alleen_lezen():
                return self._app(environ, start_response)
        return self._app(environ, start_response)
