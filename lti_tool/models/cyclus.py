"""One run of the steps of HGW for one group; its overview is the rows and columns that hang under it."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lti_tool.models.base import Base
from lti_tool.models.groep import Groep
from lti_tool.models.types import AangemaaktOp, Moment, Pk, TZDateTime, nu, verwijst


class Cyclus(Base):
    __tablename__ = "cyclus"
    __table_args__ = (UniqueConstraint("groep_id", "volgnummer"),)

    id: Mapped[Pk]
    groep_id: Mapped[int] = verwijst("groep.id")
    # counts on over the years of a group, from 1
    volgnummer: Mapped[int]
    begin: Mapped[date]
    eind: Mapped[date]
    # a closed cycle is kept, read-only
    gesloten_op: Mapped[datetime | None] = mapped_column(TZDateTime)
    aangemaakt_op: Mapped[AangemaaktOp]

    groep: Mapped[Groep] = relationship()


class Stapverklaring(Base):
    """The owner says that a step is done, whatever the counts say."""

    __tablename__ = "stapverklaring"
    __table_args__ = (UniqueConstraint("cyclus_id", "stap"),)

    id: Mapped[Pk]
    cyclus_id: Mapped[int] = verwijst("cyclus.id")
    # 1 verzamelen … 6 uitvoeren en evalueren
    stap: Mapped[int]
    door_id: Mapped[int | None] = verwijst("persoon.id", bij_verwijderen="SET NULL")
    op: Mapped[Moment] = mapped_column(default=nu)
