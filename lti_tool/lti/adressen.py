"""What an address may look like, and whose it is. Everything here looks at text only; nothing is fetched."""

import re
from urllib.parse import urlsplit

from lti_tool.models import Registratie
from lti_tool.settings import PLAIN_HTTP_HOSTS, Settings

LANGSTE_ADRES = 2000
_HOST = re.compile(r"[a-z0-9._:-]+")
_MISLEIDEND = frozenset('\\ "<>`')
_POORTEN = {"http": 80, "https": 443}


def oorsprong(url: str) -> tuple[str, str, int] | None:
    """Scheme, host and port of an address that a platform or the tool can have; None for any other.

    Plain http is for the own machine only. Refused: user names, backslashes, anything but printable
    ASCII, odd host names: browsers, libraries and response headers read those differently.
    """
    if len(url) > LANGSTE_ADRES or not url.isascii() or not url.isprintable() or _MISLEIDEND & set(url):
        return None
    try:
        delen = urlsplit(url)
        poort = delen.port
    except ValueError:
        return None
    if delen.scheme not in _POORTEN or not _HOST.fullmatch(delen.hostname or "") or "@" in delen.netloc:
        return None
    if delen.scheme == "http" and delen.hostname not in PLAIN_HTTP_HOSTS:
        return None
    return (delen.scheme, str(delen.hostname), poort or _POORTEN[delen.scheme])


def oorsprong_tekst(url: str) -> str:
    """The same as a header wants it, "https://host:port"; "" when there is none."""
    gevonden = oorsprong(url)
    if gevonden is None:
        return ""
    schema, host, poort = gevonden
    host = f"[{host}]" if ":" in host else host
    return f"{schema}://{host}" + ("" if poort == _POORTEN[schema] else f":{poort}")


def is_van_ons(settings: Settings, url: str) -> bool:
    """Whether the address is one of this tool."""
    eigen = oorsprong(url)
    return eigen is not None and eigen == oorsprong(settings.base_url)


def is_van_platform(registratie: Registratie, url: str) -> bool:
    """Whether the address is on a host that the registration names.

    The issuer, the login page and the token service of one platform can be on different hosts.
    """
    gegeven = oorsprong(url)
    bekend = (registratie.issuer, registratie.auth_url, registratie.token_url)
    return gegeven is not None and gegeven in {oorsprong(adres) for adres in bekend}
