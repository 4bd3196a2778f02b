"""A one-time link that an administrator pastes into the LMS for dynamic registration."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column, relationship

from lti_tool.models.base import Base
from lti_tool.models.school import School
from lti_tool.models.types import AangemaaktOp, Moment, Pk, TZDateTime, verwijst


class Registratielink(Base):
    __tablename__ = "registratielink"

    id: Mapped[Pk]
    school_id: Mapped[int] = verwijst("school.id")
    # SHA-256 of the token: who reads the database cannot use the link
    token_hash: Mapped[str] = mapped_column(unique=True)
    verloopt_op: Mapped[Moment]
    gebruikt_op: Mapped[datetime | None] = mapped_column(TZDateTime)
    aangemaakt_op: Mapped[AangemaaktOp]

    school: Mapped[School] = relationship()
