"""Run as a program: the demo platform over https, and a proxy that puts https before the tool.

The tool sees what a school's proxy gives it: plain http with X-Forwarded-Proto. A browser that sends
`X-Proef: geen-partitioned` gets cookies without the attribute Partitioned: ordinary third-party cookies, as
they are to a browser that doesn't know the attribute.
"""

import argparse
from collections.abc import Iterable
from threading import Thread
from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment

from werkzeug.exceptions import NotFound
from werkzeug.middleware.http_proxy import ProxyMiddleware
from werkzeug.serving import make_server

from lti_tool.demo.config import PlatformConfig
from lti_tool.demo.platform import create_platform


class Proxy:
    """WSGI application: everything goes on to `doel`."""

    def __init__(self, doel: str) -> None:
        self._doorgeven = ProxyMiddleware(NotFound(), {})
        self._opties: dict[str, Any] = {
            "target": doel,
            "remove_prefix": False,
            # the name that the browser used
            "host": None,
            "headers": {"X-Forwarded-Proto": "https"},
            "ssl_context": None,
        }

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        begin = start_response
        if environ.get("HTTP_X_PROEF") == "geen-partitioned":

            def begin(status: str, koppen: list[tuple[str, str]], *rest: Any) -> Any:
                return start_response(status, [(k, w.replace("; Partitioned", "")) for k, w in koppen], *rest)

        return self._doorgeven.proxy_to(self._opties, environ["PATH_INFO"], "/")(environ, begin)


def main() -> None:
    parser = argparse.ArgumentParser()
    for naam in ("--elo", "--tool", "--bind", "--certificaat", "--sleutel"):
        parser.add_argument(naam, required=True)
    gegeven = parser.parse_args()
    platform = create_platform(PlatformConfig(issuer=gegeven.elo, tool_url=gegeven.tool))
    for adres, app in ((gegeven.elo, platform), (gegeven.tool, Proxy(f"http://{gegeven.bind}"))):
        poort = int(adres.rsplit(":", 1)[1])
        tls = (gegeven.certificaat, gegeven.sleutel)
        server = make_server("127.0.0.1", poort, app, threaded=True, ssl_context=tls)
        Thread(target=server.serve_forever).start()


if __name__ == "__main__":
    main()
