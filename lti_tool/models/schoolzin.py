"""What a school made of the help sentences: own ones, others' words for given ones, hidden ones."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from lti_tool.models.base import Base
from lti_tool.models.types import LangeTekst, Moment, Pk, Sleutelwoord, nu, verwijst


class Schoolzin(Base):
    __tablename__ = "schoolzin"
    __table_args__ = (UniqueConstraint("school_id", "sleutel"),)

    id: Mapped[Pk]
    school_id: Mapped[int] = verwijst("school.id")
    # key of the given sentence that it changes or hides, else a key of its own
    sleutel: Mapped[Sleutelwoord]
    categorie: Mapped[Sleutelwoord]
    # offered in this domain only; "" for every domain
    domein: Mapped[Sleutelwoord] = mapped_column(default="")
    # "" keeps the given words
    tekst: Mapped[LangeTekst] = mapped_column(default="")
    verborgen: Mapped[bool] = mapped_column(default=False)
    door_id: Mapped[int | None] = verwijst("persoon.id", bij_verwijderen="SET NULL")
    op: Mapped[Moment] = mapped_column(default=nu)
