"""Who belongs to a course, by its roster and its launches."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lti_tool.models.base import Base
from lti_tool.models.cursus import Cursus
from lti_tool.models.persoon import Persoon
from lti_tool.models.types import AangemaaktOp, Pk, TZDateTime, verwijst


class Rol(StrEnum):
    """What the platform says of a person in a course; read from LTI roles in lti/rollen.py."""

    DOCENT = "docent"
    LEERLING = "leerling"
    BEHEERDER = "beheerder"
    GEEN = "geen"


class Lidmaatschap(Base):
    __tablename__ = "lidmaatschap"
    __table_args__ = (UniqueConstraint("cursus_id", "persoon_id"),)

    id: Mapped[Pk]
    cursus_id: Mapped[int] = verwijst("cursus.id")
    persoon_id: Mapped[int] = verwijst("persoon.id")
    # by the roster; None while only a launch has named this person
    roosterrol: Mapped[str | None]
    # was in the roster and is no longer; set back to None on return
    vertrokken_op: Mapped[datetime | None] = mapped_column(TZDateTime)
    # an owner said "geen leerling"; kept over refreshes
    geen_leerling: Mapped[bool] = mapped_column(default=False)
    aangemaakt_op: Mapped[AangemaaktOp]

    cursus: Mapped[Cursus] = relationship()
    persoon: Mapped[Persoon] = relationship()
