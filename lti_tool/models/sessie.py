"""A visit: one person in one browser, with the courses that a launch opened for them."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lti_tool.models.base import Base
from lti_tool.models.persoon import Persoon
from lti_tool.models.types import AangemaaktOp, Gegevens, Moment, Pk, nu, verwijst


class Sessie(Base):
    __tablename__ = "sessie"

    id: Mapped[Pk]
    # SHA-256 of the cookie's value: who reads the database cannot take over a visit
    token_hash: Mapped[str] = mapped_column(unique=True)
    persoon_id: Mapped[int] = verwijst("persoon.id")
    # what the web layer keeps for this visit: the CSRF secret, messages to show
    gegevens: Mapped[Gegevens]
    laatst_gezien_op: Mapped[Moment] = mapped_column(default=nu, index=True)
    aangemaakt_op: Mapped[AangemaaktOp]

    persoon: Mapped[Persoon] = relationship()
    toegangen: Mapped[list["Toegang"]] = relationship(cascade="all, delete-orphan")


class Toegang(Base):
    """A course that this visit may open, and as what."""

    __tablename__ = "toegang"
    __table_args__ = (UniqueConstraint("sessie_id", "cursus_id"),)

    id: Mapped[Pk]
    sessie_id: Mapped[int] = verwijst("sessie.id")
    cursus_id: Mapped[int] = verwijst("cursus.id")
    rol: Mapped[str]
    verleend_op: Mapped[AangemaaktOp]
