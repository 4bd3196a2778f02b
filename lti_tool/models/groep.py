"""A group of pupils with one overview: a mentor class or a subject, inside a course."""

from enum import StrEnum

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lti_tool.models.base import Base
from lti_tool.models.cursus import Cursus
from lti_tool.models.types import AangemaaktOp, Naam, Pk, verwijst


class Soort(StrEnum):
    VAKOVERSTIJGEND = "vakoverstijgend"
    VAKSPECIFIEK = "vakspecifiek"


class Groep(Base):
    __tablename__ = "groep"
    __table_args__ = (UniqueConstraint("cursus_id", "soort", "vak"),)

    id: Mapped[Pk]
    cursus_id: Mapped[int] = verwijst("cursus.id")
    soort: Mapped[str]
    # the subject as the teacher named it; "" for a mentor class
    vak: Mapped[Naam] = mapped_column(default="")
    aangemaakt_op: Mapped[AangemaaktOp]

    cursus: Mapped[Cursus] = relationship()
