"""A roster that is being fetched, page by page: any worker can go on with it, none shows it half."""

from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from lti_tool.models.base import Base
from lti_tool.models.types import AangemaaktOp, LangeTekst, Pk, verwijst


class Roosterophaling(Base):
    __tablename__ = "roosterophaling"

    id: Mapped[Pk]
    cursus_id: Mapped[int] = verwijst("cursus.id")
    volgende_url: Mapped[LangeTekst]
    paginas: Mapped[int] = mapped_column(default=0)
    # members as read so far, plain dicts of lti.rooster.Lid
    leden: Mapped[list[Any]] = mapped_column(JSON, default=list)
    aangemaakt_op: Mapped[AangemaaktOp]
