"""Access to a platform's services: tokens kept until just before they end, requests within bounds."""

import secrets
import time
from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from urllib.parse import urljoin

import requests
from pylti1p3.service_connector import ServiceConnector, TServiceConnectorResponse
from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from lti_tool.lti.configuratie import om_te_tekenen
from lti_tool.lti.fouten import Code, RoosterFout
from lti_tool.lti.verkeer import Verkeer
from lti_tool.models import Platformtoken, Registratie, nu
from lti_tool.settings import Settings

# a token is dropped this long before its end, so that it doesn't end on its way
VOOR_HET_EINDE = timedelta(minutes=1)
_LANGSTE_DUUR = 24 * 3600
_LANGSTE_TOKEN = 20_000


class Dienst(ServiceConnector):
    """PyLTI1p3's connector with tokens in the database. Use as a context manager.

    Commits before every request, so that no transaction is open while the platform answers.
    """

    def __init__(self, session: Session, settings: Settings, registratie: Registratie) -> None:
        self._session = session
        self._registratie_id = registratie.id
        self._verkeer = Verkeer(settings)
        super().__init__(om_te_tekenen(session, registratie), self._verkeer)

    def __enter__(self) -> "Dienst":
        return self

    def __exit__(self, *_: object) -> None:
        self._verkeer.close()

    def get_access_token(self, scopes: Sequence[str]) -> str:
        """A kept token or a new one. Raises RoosterFout."""
        sleutel = " ".join(sorted(scopes))
        bewaard = self._session.scalar(
            select(Platformtoken.token).where(
                Platformtoken.registratie_id == self._registratie_id,
                Platformtoken.scopes == sleutel,
                Platformtoken.verloopt_op > nu() + VOOR_HET_EINDE,
            )
        )
        if bewaard:
            return bewaard
        self._session.commit()
        token, duur = self._vraag_token(sleutel)
        self._vergeet(sleutel)
        try:
            with self._session.begin_nested():
                verloopt_op = nu() + timedelta(seconds=duur)
                self._session.add(
                    Platformtoken(
                        registratie_id=self._registratie_id,
                        scopes=sleutel,
                        token=token,
                        verloopt_op=verloopt_op,
                    )
                )
        except IntegrityError:  # another process has just kept one: as good as this
            pass
        return token

    def _vergeet(self, scopes: str) -> None:
        self._session.execute(
            delete(Platformtoken).where(
                Platformtoken.registratie_id == self._registratie_id, Platformtoken.scopes == scopes
            )
        )

    def _vraag_token(self, scopes: str) -> tuple[str, int]:
        """Client credentials with a signed assertion (LTI security framework 1.0, section 4.1).

        The token and its life in seconds (0 when the platform doesn't say: it is used once).
        """
        url = str(self._registration.get_auth_token_url())
        try:
            antwoord = self._verkeer.post(
                url,
                data={
                    "grant_type": "client_credentials",
                    "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                    "client_assertion": self._verklaring(url),
                    "scope": scopes,
                },
            )
            inhoud = antwoord.json() if antwoord.ok else None
        except requests.JSONDecodeError as fout:
            raise RoosterFout(Code.ROOSTER_GEEN_TOEGANG, "the token answer is not JSON") from fout
        except requests.RequestException as fout:
            raise _onbereikbaar(fout) from fout
        if inhoud is None:
            raise RoosterFout(Code.ROOSTER_GEEN_TOEGANG, f"token refused with {antwoord.status_code}")
        token = inhoud.get("access_token") if isinstance(inhoud, dict) else None
        if not isinstance(token, str) or not 0 < len(token) < _LANGSTE_TOKEN or not _past_in_kop(token):
            raise RoosterFout(Code.ROOSTER_GEEN_TOEGANG, "the token answer holds no token")
        duur = inhoud.get("expires_in")
        is_duur = isinstance(duur, int) and not isinstance(duur, bool)
        return token, min(max(duur, 0), _LANGSTE_DUUR) if is_duur else 0

    def _verklaring(self, url: str) -> str:
        client_id, nu_ = str(self._registration.get_client_id()), int(time.time())
        inhoud: dict[str, str | int] = {
            "iss": client_id,
            "sub": client_id,
            "aud": url,
            # a clock that runs ahead of the platform's must not make it refuse us
            "iat": nu_ - 5,
            "exp": nu_ + 60,
            "jti": secrets.token_urlsafe(24),
        }
        kop = {"kid": str(self._registration.get_kid())}
        return self.encode_jwt(inhoud, str(self._registration.get_tool_private_key()), kop)

    def make_service_request(
        self, scopes: Sequence[str], url: str, *_: Any, accept: str = "application/json", **__: Any
    ) -> TServiceConnectorResponse:
        """GET one page. Raises RoosterFout; a token that is refused is renewed once.

        The next page is found by `response.links` (any quoting, case kept), relative to this one.
        """
        for _poging in range(2):
            token = self.get_access_token(scopes)
            self._session.commit()
            antwoord = self._haal(url, {"Authorization": f"Bearer {token}", "Accept": accept})
            if antwoord.status_code != requests.codes.unauthorized:
                break
            self._vergeet(" ".join(sorted(scopes)))
        if not antwoord.ok:
            raise RoosterFout(Code.ROOSTER_GEWEIGERD, f"answered with {antwoord.status_code}")
        try:
            inhoud = antwoord.json()
        except (requests.JSONDecodeError, RecursionError) as fout:
            raise RoosterFout(Code.ROOSTER_ONLEESBAAR, "the answer is not JSON") from fout
        volgende = antwoord.links.get("next", {}).get("url")
        return {
            "headers": antwoord.headers,
            "body": inhoud,
            "next_page_url": urljoin(url, volgende) if volgende else None,
        }

    def _haal(self, url: str, koppen: dict[str, str]) -> requests.Response:
        try:
            return self._verkeer.get(url, headers=koppen)
        except requests.RequestException as fout:
            raise _onbereikbaar(fout) from fout


def _past_in_kop(token: str) -> bool:
    return token.isascii() and token.isprintable()


def _onbereikbaar(fout: Exception) -> RoosterFout:
    return RoosterFout(Code.ROOSTER_ONBEREIKBAAR, f"no answer: {type(fout).__name__}")
