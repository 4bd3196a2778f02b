"""When a school has lessons: its hours and its days off, as an administrator set them."""

from typing import Any

from sqlalchemy import JSON, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from lti_tool.models.base import Base
from lti_tool.models.types import Pk, verwijst
from lti_tool.models.versie import Versie


class Schoolrooster(Versie, Base):
    __tablename__ = "schoolrooster"
    __table_args__ = (UniqueConstraint("school_id"),)

    id: Mapped[Pk]
    school_id: Mapped[int] = verwijst("school.id", index=False)
    # {naam, begin, eind} each, in order of time; [] where config/formats/school.toml holds
    lesuren: Mapped[list[Any]] = mapped_column(JSON, default=list)
    # {naam, van, tot} each, in order of time
    vrij: Mapped[list[Any]] = mapped_column(JSON, default=list)
