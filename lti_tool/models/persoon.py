"""Someone whom a platform named: pupil or teacher is a matter of course and group, not of the person."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from lti_tool.models.base import Base
from lti_tool.models.types import AangemaaktOp, Naam, Pk, TZDateTime, verwijst


class Persoon(Base):
    __tablename__ = "persoon"
    __table_args__ = (UniqueConstraint("platform_id", "sub"),)

    id: Mapped[Pk]
    platform_id: Mapped[int] = verwijst("platform.id")
    sub: Mapped[Naam]
    voornaam: Mapped[Naam] = mapped_column(default="")
    achternaam: Mapped[Naam] = mapped_column(default="")
    # full name as the platform writes it; used where the parts are missing
    naam: Mapped[Naam] = mapped_column(default="")
    email: Mapped[Naam] = mapped_column(default="", index=True)
    # lis person_sourcedid: the pupil number, or a teacher's code
    nummer: Mapped[Naam] = mapped_column(default="", index=True)
    # seen as Instructor, in a launch or a roster of any course: such a person is no pupil anywhere
    docent_sinds: Mapped[datetime | None] = mapped_column(TZDateTime)
    aangemaakt_op: Mapped[AangemaaktOp]
