"""Who owns a group's overview and plan, since when, and by whose act."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Mapped, mapped_column, relationship

from lti_tool.models.base import Base
from lti_tool.models.groep import Groep
from lti_tool.models.persoon import Persoon
from lti_tool.models.types import Moment, Pk, TZDateTime, nu, verwijst


class Herkomst(StrEnum):
    KOPPELING = "koppeling"  # placed the link in the course (deep linking)
    INGEBRUIKNAME = "ingebruikname"  # set the group up and said "this is mine"
    OVERDRACHT = "overdracht"  # named by an owner
    BEHEER = "beheer"  # set by an administrator or the command line; can't be claimed


class Eigenaarschap(Base):
    __tablename__ = "eigenaarschap"

    id: Mapped[Pk]
    groep_id: Mapped[int] = verwijst("groep.id")
    persoon_id: Mapped[int] = verwijst("persoon.id")
    herkomst: Mapped[str]
    # None: the command line
    door_id: Mapped[int | None] = verwijst("persoon.id", bij_verwijderen="SET NULL")
    sinds: Mapped[Moment] = mapped_column(default=nu)
    # None: still owner
    tot: Mapped[datetime | None] = mapped_column(TZDateTime)

    groep: Mapped[Groep] = relationship()
    persoon: Mapped[Persoon] = relationship(foreign_keys=[persoon_id])
    door: Mapped[Persoon | None] = relationship(foreign_keys=[door_id])
