"""An owner named before the course or the person was ever seen (CSV at the start of the year)."""

from sqlalchemy.orm import Mapped, mapped_column

from lti_tool.models.base import Base
from lti_tool.models.types import AangemaaktOp, Naam, Pk, verwijst


class Aanwijzing(Base):
    __tablename__ = "aanwijzing"

    id: Mapped[Pk]
    platform_id: Mapped[int] = verwijst("platform.id")
    # the course by its id, short name or number in the LMS
    cursus: Mapped[Naam] = mapped_column(index=True)
    # the teacher by e-mail address, number or id in the LMS
    persoon: Mapped[Naam]
    soort: Mapped[str]
    vak: Mapped[Naam] = mapped_column(default="")
    aangemaakt_op: Mapped[AangemaaktOp]
