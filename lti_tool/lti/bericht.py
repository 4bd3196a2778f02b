"""Validation of an id_token (LTI security framework 1.0, section 5.1.3), on top of PyLTI1p3's."""

import hmac
from collections.abc import Mapping
from typing import Any

import jwt
from pylti1p3.exception import LtiException
from pylti1p3.message_launch import MessageLaunch
from sqlalchemy.orm import Session

from lti_tool.lti import vormen
from lti_tool.lti.adressen import is_van_ons
from lti_tool.lti.configuratie import Configuratie
from lti_tool.lti.fouten import Code, LtiFout
from lti_tool.lti.koppelvlak import Aanmeldingsdienst, Koekjes, Verzoek
from lti_tool.lti.platformsleutels import zoek_sleutel
from lti_tool.models import Aanmelding, nu
from lti_tool.settings import Settings

# seconds that clocks may differ
SPELING = 10
# seconds that a message may be under way: a minute in Moodle, longer where somebody must log in
HOUDBAAR = 300
# LTI asks for it; nothing else is accepted, whatever a header or a key says
ALGORITME = "RS256"


class Bericht(MessageLaunch[Verzoek, Configuratie, Aanmeldingsdienst, Koekjes]):
    """One id_token, for one login. validate() raises LtiFout and keeps nothing."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        aanmelding: Aanmelding,
        velden: Mapping[str, str],
        cookies: Mapping[str, str],
    ) -> None:
        super().__init__(
            Verzoek.van(velden),
            Configuratie.van(session),
            Aanmeldingsdienst(aanmelding),
            Koekjes(settings, cookies),
        )
        self._session = session
        self._settings = settings
        self._registratie = aanmelding.registratie

    @property
    def inhoud(self) -> dict[str, Any]:
        """The claims; to be trusted only after validate()."""
        claims: Mapping[str, Any] = self._jwt["body"]
        return dict(claims)

    def _get_request_param(self, key: str) -> str:
        return str(self._request.get_param(key))

    def get_client_id(self) -> str:
        """Ours; validate_jwt_format has seen that the token is meant for it."""
        return str(self._registratie.client_id)

    def validate(self) -> "Bericht":
        """All checks, in PyLTI1p3's order. Raises LtiFout, also for what PyLTI1p3 itself refuses."""
        try:
            super().validate()
        except LtiException as fout:
            raise LtiFout(Code.GEGEVENS_ONTBREKEN, str(fout)) from fout
        return self

    def validate_state(self) -> "Bericht":
        state = self._get_request_param("state")
        cookie = self._cookie_service.get_cookie(state) or ""
        if not hmac.compare_digest(cookie.encode(), state.encode()):
            raise LtiFout(Code.ANDERE_BROWSER, "the state cookie is missing or another")
        return self

    def validate_jwt_format(self) -> "Bericht":
        try:
            super().validate_jwt_format()
        except LtiException as fout:
            raise LtiFout(Code.BERICHT_ONLEESBAAR, "the id_token is no JWT with JSON in it") from fout
        if not isinstance(self._jwt["header"], dict):
            raise LtiFout(Code.BERICHT_ONLEESBAAR, "the header is not an object")
        inhoud = vormen.controleer_vormen(self._jwt["body"])
        self._controleer_ontvanger(inhoud)
        _controleer_tijd(inhoud)
        return self

    def _controleer_ontvanger(self, inhoud: dict[str, Any]) -> None:
        """iss, aud and azp: OpenID Connect core 1.0, section 3.1.3.7, points 2 to 5."""
        client_id = self._registratie.client_id
        if inhoud.get("iss") != self._registratie.issuer:
            raise LtiFout(Code.NIET_VOOR_ONS, "iss is not the platform that the login was for")
        aud = inhoud.get("aud", "")
        ontvangers = aud if isinstance(aud, list) else [aud]
        if client_id not in ontvangers:
            raise LtiFout(Code.NIET_VOOR_ONS, "aud doesn't name our client id")
        if inhoud.get("azp", client_id) != client_id:
            raise LtiFout(Code.NIET_VOOR_ONS, "azp is not our client id")
        if len(ontvangers) > 1 and "azp" not in inhoud:
            raise LtiFout(Code.NIET_VOOR_ONS, "several audiences and no azp")

    def validate_nonce(self) -> "Bericht":
        nonce = self.inhoud.get("nonce", "")
        if not self._session_service.check_nonce(nonce):
            raise LtiFout(Code.NONCE, "the nonce is not this login's")
        return self

    def validate_jwt_signature(self) -> "Bericht":
        kop = self._jwt["header"]
        kid = kop.get("kid")
        if not isinstance(kid, str) or not kid:
            raise LtiFout(Code.HANDTEKENING, "the header has no kid")
        if kop.get("alg") != ALGORITME:
            raise LtiFout(Code.HANDTEKENING, f"alg is not {ALGORITME}")
        jwk = zoek_sleutel(self._session, self._settings, self._registratie, kid)
        try:
            sleutel = jwt.PyJWK.from_dict(jwk, algorithm=ALGORITME)
            jwt.decode(
                self._get_id_token(),
                sleutel,
                algorithms=[ALGORITME],
                audience=self.get_client_id(),
                issuer=self._registratie.issuer,
                leeway=SPELING,
                # a number as sub is written out later: PyJWT would refuse it
                options={"require": ["exp", "iat", "iss", "aud"], "verify_sub": False},
            )
        except (jwt.ExpiredSignatureError, jwt.ImmatureSignatureError) as fout:
            raise LtiFout(Code.TIJD, "the id_token is expired or from the future") from fout
        except (jwt.PyJWTError, ValueError, TypeError) as fout:
            raise LtiFout(Code.HANDTEKENING, f"the signature doesn't hold: {type(fout).__name__}") from fout
        return self

    def validate_deployment(self) -> "Bericht":
        deployment = vormen.kenmerk(self.inhoud.get(vormen.DEPLOYMENT))
        if not deployment:
            raise LtiFout(Code.DEPLOYMENT, "deployment_id is missing")
        if not self._tool_config.find_deployment_by_params(
            self._registratie.issuer, deployment, self.get_client_id()
        ):
            raise LtiFout(Code.DEPLOYMENT, "deployment_id is not registered")
        return self

    def validate_message(self) -> "Bericht":
        inhoud = self.inhoud
        if inhoud.get(vormen.VERSIE) != "1.3.0":
            raise LtiFout(Code.VERSIE, "version is not 1.3.0")
        if inhoud.get(vormen.BERICHTSOORT) not in (vormen.BERICHT_LINK, vormen.BERICHT_KOPPELEN):
            raise LtiFout(Code.BERICHTSOORT, "message_type is missing or none of ours")
        if not vormen.kenmerk(inhoud.get("sub")):
            raise LtiFout(Code.ANONIEM, "sub is missing or can't be used")
        is_link = inhoud[vormen.BERICHTSOORT] == vormen.BERICHT_LINK
        if is_link and not vormen.kenmerk(inhoud.get(vormen.LINK, {}).get("id")):
            raise LtiFout(Code.GEGEVENS_ONTBREKEN, "the resource link has no usable id")
        doel = inhoud.get(vormen.DOEL)
        if not isinstance(doel, str) or not is_van_ons(self._settings, doel):
            raise LtiFout(Code.DOEL, "target_link_uri is missing or not ours")
        super().validate_message()
        return self

    def save_launch_data(self) -> "Bericht":
        """Nothing: what is kept of a launch is decided by who receives it."""
        return self


def _controleer_tijd(inhoud: dict[str, Any]) -> None:
    if "exp" not in inhoud or "iat" not in inhoud:
        raise LtiFout(Code.TIJD, "exp or iat is missing")
    if nu().timestamp() - inhoud["iat"] > HOUDBAAR + SPELING:
        raise LtiFout(Code.TIJD, "iat is more than five minutes ago")
