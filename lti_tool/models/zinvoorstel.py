"""A sentence that a teacher offers to colleagues; it joins the school's sentences after approval."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column, relationship

from lti_tool.models.base import Base
from lti_tool.models.persoon import Persoon
from lti_tool.models.types import LangeTekst, Moment, Pk, Sleutelwoord, TZDateTime, nu, verwijst


class Zinvoorstel(Base):
    __tablename__ = "zinvoorstel"

    id: Mapped[Pk]
    school_id: Mapped[int] = verwijst("school.id")
    categorie: Mapped[Sleutelwoord]
    domein: Mapped[Sleutelwoord]
    tekst: Mapped[LangeTekst]
    door_id: Mapped[int | None] = verwijst("persoon.id", bij_verwijderen="SET NULL")
    op: Mapped[Moment] = mapped_column(default=nu)
    # "" waits | goedgekeurd | afgewezen
    besluit: Mapped[Sleutelwoord] = mapped_column(default="")
    besloten_door_id: Mapped[int | None] = verwijst("persoon.id", bij_verwijderen="SET NULL")
    besloten_op: Mapped[datetime | None] = mapped_column(TZDateTime)

    door: Mapped[Persoon | None] = relationship(foreign_keys=[door_id])
