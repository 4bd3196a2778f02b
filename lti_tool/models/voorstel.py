"""What an owner decided about a proposed signal: it stays down until the data behind it change."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from lti_tool.models.base import Base
from lti_tool.models.types import Moment, Naam, Pk, Sleutelwoord, nu, verwijst


class Voorstelbesluit(Base):
    __tablename__ = "voorstelbesluit"
    __table_args__ = (UniqueConstraint("regel_id", "kenmerk"),)

    id: Mapped[Pk]
    regel_id: Mapped[int] = verwijst("regel.id")
    # hgw.signalen.Voorstel.kenmerk: a fingerprint of the data that the proposal rests on
    kenmerk: Mapped[Naam]
    # overgenomen | afgewezen
    besluit: Mapped[Sleutelwoord]
    door_id: Mapped[int | None] = verwijst("persoon.id", bij_verwijderen="SET NULL")
    op: Mapped[Moment] = mapped_column(default=nu)
