"""A filled-in checklist of one cycle: kijkwijzer now, begrijpwijzer and planwijzer by the same tables."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from lti_tool.models.base import Base
from lti_tool.models.types import LangeTekst, Moment, Pk, Sleutelwoord, nu, verwijst


class Wijzerantwoord(Base):
    """The judgement of one item. `oordeel`: "+", "-" or "" (not yet)."""

    __tablename__ = "wijzerantwoord"
    __table_args__ = (UniqueConstraint("cyclus_id", "wijzer", "item"),)

    id: Mapped[Pk]
    cyclus_id: Mapped[int] = verwijst("cyclus.id")
    # kijkwijzer | begrijpwijzer | planwijzer
    wijzer: Mapped[Sleutelwoord]
    # key of the item in config/instrumenten/; "afspraken" holds the agreements at the end
    item: Mapped[Sleutelwoord]
    oordeel: Mapped[Sleutelwoord] = mapped_column(default="")
    opmerking: Mapped[LangeTekst] = mapped_column(default="")
    versie: Mapped[int] = mapped_column(default=1)
    door_id: Mapped[int | None] = verwijst("persoon.id", bij_verwijderen="SET NULL")
    op: Mapped[Moment] = mapped_column(default=nu)
