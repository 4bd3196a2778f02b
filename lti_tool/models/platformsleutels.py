"""The last good key set of a platform: launches go on while the platform doesn't answer."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from lti_tool.models.base import Base
from lti_tool.models.types import Gegevens, Pk, TZDateTime


class Platformsleutels(Base):
    __tablename__ = "platformsleutels"

    id: Mapped[Pk]
    registratie_id: Mapped[int] = mapped_column(ForeignKey("registratie.id", ondelete="CASCADE"), unique=True)
    jwks: Mapped[Gegevens]
    opgehaald_op: Mapped[datetime | None] = mapped_column(TZDateTime)
    # last try, good or not: an unknown kid may ask again once a minute
    poging_op: Mapped[datetime | None] = mapped_column(TZDateTime)
