"""The pupil's own part: entered by the teacher in the talk, or by the pupil who was invited."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lti_tool.models.base import Base
from lti_tool.models.regel import Regel
from lti_tool.models.types import LangeTekst, Pk, TZDateTime, verwijst
from lti_tool.models.versie import Versie


class Leerlingdeel(Versie, Base):
    __tablename__ = "leerlingdeel"
    __table_args__ = (UniqueConstraint("regel_id"),)

    id: Mapped[Pk]
    regel_id: Mapped[int] = verwijst("regel.id", index=False)
    wil_leren: Mapped[LangeTekst] = mapped_column(default="")
    kan_zelf: Mapped[LangeTekst] = mapped_column(default="")
    hulp_bij: Mapped[LangeTekst] = mapped_column(default="")
    # None: only the teacher writes
    uitgenodigd_op: Mapped[datetime | None] = mapped_column(TZDateTime)

    regel: Mapped[Regel] = relationship()
