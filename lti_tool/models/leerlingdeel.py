"""The pupil's own part: entered by the teacher in the talk, or by the pupil who was invited."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lti_tool.models.base import Base
from lti_tool.models.regel import Regel
from lti_tool.models.types import LangeTekst, Moment, Pk, TZDateTime, nu, verwijst


class Leerlingdeel(Base):
    __tablename__ = "leerlingdeel"
    __table_args__ = (UniqueConstraint("regel_id"),)

    id: Mapped[Pk]
    regel_id: Mapped[int] = verwijst("regel.id", index=False)
    wil_leren: Mapped[LangeTekst] = mapped_column(default="")
    kan_zelf: Mapped[LangeTekst] = mapped_column(default="")
    hulp_bij: Mapped[LangeTekst] = mapped_column(default="")
    versie: Mapped[int] = mapped_column(default=1)
    # None: only the teacher writes
    uitgenodigd_op: Mapped[datetime | None] = mapped_column(TZDateTime)
    # the pupil or a teacher
    gewijzigd_door_id: Mapped[int | None] = verwijst("persoon.id", bij_verwijderen="SET NULL")
    gewijzigd_op: Mapped[Moment] = mapped_column(default=nu)

    regel: Mapped[Regel] = relationship()
