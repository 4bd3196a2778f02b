"""Every reading of sensitive fields: who, when, whose."""

from sqlalchemy.orm import Mapped, mapped_column

from lti_tool.models.base import Base
from lti_tool.models.types import LangeTekst, Moment, Pk, nu, verwijst


class Inzage(Base):
    __tablename__ = "inzage"

    id: Mapped[Pk]
    groep_id: Mapped[int] = verwijst("groep.id")
    lezer_id: Mapped[int] = verwijst("persoon.id")
    leerling_id: Mapped[int] = verwijst("persoon.id")
    # names of the columns that were shown, joined by ", "
    velden: Mapped[LangeTekst]
    op: Mapped[Moment] = mapped_column(default=nu)
