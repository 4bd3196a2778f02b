"""Who has this group's overview open now, and where in it."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from lti_tool.models.base import Base
from lti_tool.models.types import Moment, Naam, Pk, nu, verwijst


class Aanwezigheid(Base):
    __tablename__ = "aanwezigheid"
    __table_args__ = (UniqueConstraint("groep_id", "persoon_id"),)

    id: Mapped[Pk]
    groep_id: Mapped[int] = verwijst("groep.id")
    persoon_id: Mapped[int] = verwijst("persoon.id")
    # id of the cell with the cursor, as the page names it; "" for none
    plaats: Mapped[Naam] = mapped_column(default="")
    gezien_op: Mapped[Moment] = mapped_column(default=nu)
