"""Requests to a platform, kept within bounds: time, size, and the host that was meant."""

import time
from typing import Any
from urllib.parse import urljoin

import requests
import urllib3

from lti_tool.lti.adressen import oorsprong
from lti_tool.settings import Settings

GROOTSTE_ANTWOORD = 5 * 1024 * 1024
MEESTE_OMLEIDINGEN = 3
# some platforms refuse requests without a User-Agent, or with that of a script
USER_AGENT = "Groepswijzer/1.0 (LTI 1.3)"
_STUK = 64 * 1024


class Verkeersfout(requests.RequestException):
    """The other side sent too much, too slowly, or sent us elsewhere."""


class Verkeer(requests.Session):
    """A requests session for one platform; also what PyLTI1p3 is given to work with.

    Raises requests.RequestException (Verkeersfout included) for all that goes wrong below HTTP itself.
    """

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._timeouts = settings.timeouts
        self.headers["User-Agent"] = USER_AGENT

    def request(self, method: str, url: str, **opties: Any) -> requests.Response:  # type: ignore[override]
        """As requests does it, with time-outs, and followed only within the same host."""
        opties |= {"timeout": self._timeouts, "stream": True, "allow_redirects": False}
        # a time-out of requests is per read: this bounds an answer that trickles in
        einde = time.monotonic() + sum(self._timeouts) * 2
        for _ in range(MEESTE_OMLEIDINGEN + 1):
            if oorsprong(url) is None:
                raise Verkeersfout("not an address that may be asked")
            antwoord = super().request(method, url, **opties)
            doel = self.get_redirect_target(antwoord)
            if doel is None:
                return _lees(antwoord, einde)
            antwoord.close()
            doel = urljoin(url, doel)
            if method.upper() != "GET" or oorsprong(doel) != oorsprong(url):
                raise Verkeersfout("redirected to another host")
            url = doel
        raise Verkeersfout("redirected too often")


def _lees(antwoord: requests.Response, einde: float) -> requests.Response:
    """Read the body here, where it can be counted; the response then behaves as any other."""
    inhoud = bytearray()
    try:
        while stuk := antwoord.raw.read1(_STUK, decode_content=True):
            inhoud += stuk
            if len(inhoud) > GROOTSTE_ANTWOORD:
                raise Verkeersfout("the answer is too large")
            if time.monotonic() > einde:
                raise Verkeersfout("the answer takes too long")
    except urllib3.exceptions.HTTPError as fout:
        raise Verkeersfout("the answer broke off") from fout
    finally:
        antwoord.close()
    antwoord._content = bytes(inhoud)
    return antwoord
