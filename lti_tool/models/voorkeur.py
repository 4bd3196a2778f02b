"""How somebody likes to see a group's overview: hidden columns, sorting, filter. Not shared."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from lti_tool.models.base import Base
from lti_tool.models.types import Gegevens, Pk, verwijst


class Voorkeur(Base):
    __tablename__ = "voorkeur"
    __table_args__ = (UniqueConstraint("persoon_id", "groep_id"),)

    id: Mapped[Pk]
    persoon_id: Mapped[int] = verwijst("persoon.id")
    groep_id: Mapped[int] = verwijst("groep.id")
    gegevens: Mapped[Gegevens]
