"""A column of one cycle's overview. What a school measures is configuration, copied here once."""

from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lti_tool.models.base import Base
from lti_tool.models.types import LangeTekst, Naam, Pk, Sleutelwoord, verwijst


class Kolomsoort(StrEnum):
    TOETS = "toets"
    SEO = "seo"
    TEKST = "tekst"


class Kolom(Base):
    __tablename__ = "kolom"
    __table_args__ = (UniqueConstraint("cyclus_id", "sleutel"),)

    id: Mapped[Pk]
    cyclus_id: Mapped[int] = verwijst("cyclus.id")
    # stays the same over cycles: what joins a score to its previous ones
    sleutel: Mapped[Sleutelwoord]
    naam: Mapped[Naam]
    # short head for a narrow column, e.g. "BL"
    kop: Mapped[Naam]
    # named block that folds: toetsen, seo, waarnemen, behoeften
    blok: Mapped[Sleutelwoord]
    soort: Mapped[Sleutelwoord]
    # hgw.schalen as a plain dict; None for text
    schaal: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    # agreed minimum on that scale; "" when none was agreed
    ijkpunt: Mapped[Naam] = mapped_column(default="")
    uitleg: Mapped[LangeTekst] = mapped_column(default="")
    gevoelig: Mapped[bool] = mapped_column(default=False)
    # colleagues who don't own the overview may add a line here
    observatie: Mapped[bool] = mapped_column(default=False)
    # its text goes along to the next cycle, for review
    blijvend: Mapped[bool] = mapped_column(default=False)
    # hidden by the owner, or no longer in the school's format: data stay, and it can come back
    verborgen: Mapped[bool] = mapped_column(default=False)
    volgorde: Mapped[int]

    toets: Mapped["Toets | None"] = relationship(
        back_populates="kolom", cascade="all, delete-orphan", lazy="joined"
    )


class Toets(Base):
    """The test behind a score column."""

    __tablename__ = "toets"

    kolom_id: Mapped[int] = mapped_column(ForeignKey("kolom.id", ondelete="CASCADE"), primary_key=True)
    # methodeonafhankelijk | methodegebonden | eigen
    soort: Mapped[Sleutelwoord]
    # the same reeks: measurements of the same thing, to be compared over time
    reeks: Mapped[Sleutelwoord]
    datum: Mapped[date | None]

    kolom: Mapped[Kolom] = relationship(back_populates="toets")
