"""A service token of a platform, kept until just before it ends: one per registration and scopes."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from lti_tool.models.base import Base
from lti_tool.models.types import LangeTekst, Moment, Naam, Pk, verwijst


class Platformtoken(Base):
    __tablename__ = "platformtoken"
    __table_args__ = (UniqueConstraint("registratie_id", "scopes"),)

    id: Mapped[Pk]
    registratie_id: Mapped[int] = verwijst("registratie.id")
    # sorted and joined by spaces
    scopes: Mapped[Naam]
    token: Mapped[LangeTekst]
    verloopt_op: Mapped[Moment]
