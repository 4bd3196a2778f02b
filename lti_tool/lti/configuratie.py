"""PyLTI1p3's view of the registrations in the database."""

from typing import Any

from pylti1p3.deployment import Deployment as PyltiDeployment
from pylti1p3.registration import Registration
from pylti1p3.request import Request
from pylti1p3.tool_config.abstract import ToolConfAbstract
from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.lti.fouten import Code, LtiFout
from lti_tool.lti.sleutels import huidige_sleutel
from lti_tool.models import Deployment, Registratie, Sleutel


def vind_registratie(session: Session, issuer: str, client_id: str) -> Registratie:
    """The registration in use of an issuer and client id.

    An empty client_id finds the only registration of the issuer (it is optional in a login initiation).
    Raises LtiFout when there is none, several, or it was switched off.
    """
    vraag = select(Registratie).where(Registratie.issuer == issuer)
    if client_id:
        vraag = vraag.where(Registratie.client_id == client_id)
    gevonden = session.scalars(vraag).all()
    if not gevonden:
        raise LtiFout(Code.PLATFORM_ONBEKEND, "no registration of this issuer and client id")
    actief = [registratie for registratie in gevonden if registratie.actief]
    if not actief:
        raise LtiFout(Code.PLATFORM_UIT, "the registration is switched off")
    if len(actief) > 1:
        raise LtiFout(Code.PLATFORM_ONBEKEND, "several registrations of this issuer and no client id")
    return actief[0]


class EigenRegistratie(Registration):
    """A registration with the key of ours that is in use; signing finds its kid without parsing the key."""

    def __init__(self, registratie: Registratie, sleutel: Sleutel | None = None) -> None:
        self.set_issuer(registratie.issuer).set_client_id(registratie.client_id)
        self.set_auth_login_url(registratie.auth_url).set_auth_token_url(registratie.token_url)
        self.set_key_set_url(registratie.jwks_url)
        self._kid = sleutel.kid if sleutel else None
        if sleutel:
            self.set_tool_private_key(sleutel.prive_pem)

    def get_kid(self) -> str | None:
        return self._kid


def om_te_tekenen(session: Session, registratie: Registratie) -> EigenRegistratie:
    """The registration as PyLTI1p3 needs it to sign something for the platform."""
    return EigenRegistratie(registratie, huidige_sleutel(session))


class Configuratie(ToolConfAbstract[Request]):
    """Every issuer can have several client ids: several schools, or a school that registered again."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @classmethod
    def van(cls, session: Session) -> "Configuratie":
        """The rest of PyLTI1p3's interface is for issuers with one client id, which ours never are."""
        return cls(session)

    def check_iss_has_one_client(self, iss: str) -> bool:  # noqa: ARG002 (PyLTI1p3's signature)
        return False

    def check_iss_has_many_clients(self, iss: str) -> bool:  # noqa: ARG002 (PyLTI1p3's signature)
        return True

    def find_registration_by_params(self, iss: str, client_id: str, *_: Any, **__: Any) -> Registration:
        return EigenRegistratie(vind_registratie(self._session, iss, client_id))

    def find_deployment_by_params(
        self, iss: str, deployment_id: str, client_id: str, *_: Any, **__: Any
    ) -> PyltiDeployment | None:
        registratie = vind_registratie(self._session, iss, client_id)
        gevonden = self._session.scalar(
            select(Deployment.id).where(
                Deployment.registratie_id == registratie.id, Deployment.deployment_id == deployment_id
            )
        )
        return PyltiDeployment().set_deployment_id(deployment_id) if gevonden else None
