"""A login that is under way (OpenID Connect third-party initiated login): state and nonce, used once."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column, relationship

from lti_tool.models.base import Base
from lti_tool.models.registratie import Registratie
from lti_tool.models.types import AangemaaktOp, Gegevens, Moment, Pk, TZDateTime, verwijst


class Aanmelding(Base):
    __tablename__ = "aanmelding"

    id: Mapped[Pk]
    registratie_id: Mapped[int] = verwijst("registratie.id")
    # SHA-256 of the state; the state itself is only in the browser's cookie and the platform's answer
    state_hash: Mapped[str] = mapped_column(unique=True)
    nonce: Mapped[str]
    # login_hint, lti_message_hint … as received: needed again after the cookie test
    parameters: Mapped[Gegevens]
    verloopt_op: Mapped[Moment] = mapped_column(index=True)
    gebruikt_op: Mapped[datetime | None] = mapped_column(TZDateTime)
    aangemaakt_op: Mapped[AangemaaktOp]

    registratie: Mapped[Registratie] = relationship()
