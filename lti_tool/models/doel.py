"""A goal inside an educational need."""

from datetime import date, datetime

from sqlalchemy.orm import Mapped, mapped_column

from lti_tool.models.base import Base
from lti_tool.models.types import LangeTekst, Pk, Sleutelwoord, TZDateTime, verwijst


class Doel(Base):
    __tablename__ = "doel"

    id: Mapped[Pk]
    behoefte_id: Mapped[int] = verwijst("onderwijsbehoefte.id")
    # the wished behaviour or skill
    tekst: Mapped[LangeTekst]
    # how it is seen or measured; "" when not given
    maat: Mapped[LangeTekst] = mapped_column(default="")
    voor_wanneer: Mapped[date | None]
    # 1 comes first
    prioriteit: Mapped[int]
    # None: the pupil doesn't see it
    gedeeld_op: Mapped[datetime | None] = mapped_column(TZDateTime)
    # what became of it: "" not said yet | bereikt | deels | niet
    bereikt: Mapped[Sleutelwoord] = mapped_column(default="")
