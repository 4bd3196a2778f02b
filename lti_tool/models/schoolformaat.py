"""The columns of a school's overviews, where an administrator set them; else config/formats/ holds."""

from typing import Any

from sqlalchemy import JSON, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from lti_tool.models.base import Base
from lti_tool.models.types import Moment, Naam, Pk, Sleutelwoord, nu, verwijst


class Schoolformaat(Base):
    __tablename__ = "schoolformaat"
    __table_args__ = (UniqueConstraint("school_id", "soort", "vak"),)

    id: Mapped[Pk]
    school_id: Mapped[int] = verwijst("school.id")
    # Soort
    soort: Mapped[Sleutelwoord]
    # "" for all subjects of this school
    vak: Mapped[Naam] = mapped_column(default="")
    # as the [[kolommen]] of config/formats/
    kolommen: Mapped[list[Any]] = mapped_column(JSON)
    door_id: Mapped[int | None] = verwijst("persoon.id", bij_verwijderen="SET NULL")
    op: Mapped[Moment] = mapped_column(default=nu)
