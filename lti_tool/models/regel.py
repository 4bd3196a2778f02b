"""The row of one pupil in one cycle's overview, its cells and its signals."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lti_tool.models.base import Base
from lti_tool.models.persoon import Persoon
from lti_tool.models.types import AangemaaktOp, LangeTekst, Moment, Pk, Sleutelwoord, TZDateTime, nu, verwijst


class Regel(Base):
    __tablename__ = "regel"
    __table_args__ = (UniqueConstraint("cyclus_id", "persoon_id"),)

    id: Mapped[Pk]
    cyclus_id: Mapped[int] = verwijst("cyclus.id")
    persoon_id: Mapped[int] = verwijst("persoon.id")
    # need of instruction: "" not said | onafhankelijk | gevoelig | afhankelijk
    instructie: Mapped[Sleutelwoord] = mapped_column(default="", server_default="")
    # when the owner went past this pupil for signalling and set nothing; None: not (yet) said
    doorlopen_op: Mapped[datetime | None] = mapped_column(TZDateTime)
    aangemaakt_op: Mapped[AangemaaktOp]

    persoon: Mapped[Persoon] = relationship()


class Cel(Base):
    """What stands in a cell. An emptied cell stays, with "" and its version."""

    __tablename__ = "cel"
    __table_args__ = (UniqueConstraint("regel_id", "kolom_id"),)

    id: Mapped[Pk]
    regel_id: Mapped[int] = verwijst("regel.id")
    kolom_id: Mapped[int] = verwijst("kolom.id")
    waarde: Mapped[LangeTekst]
    # counts up with every change: who saves must name the one they saw
    versie: Mapped[int] = mapped_column(default=1)
    gewijzigd_door_id: Mapped[int | None] = verwijst("persoon.id", bij_verwijderen="SET NULL")
    gewijzigd_op: Mapped[Moment] = mapped_column(default=nu)


class Signaal(Base):
    """One reason why a pupil needs extra attention (column S). No signals: not signalled."""

    __tablename__ = "signaal"
    __table_args__ = (UniqueConstraint("regel_id", "reden"),)

    id: Mapped[Pk]
    regel_id: Mapped[int] = verwijst("regel.id")
    # key of hgw.redenen
    reden: Mapped[Sleutelwoord]
    gezet_door_id: Mapped[int | None] = verwijst("persoon.id", bij_verwijderen="SET NULL")
    gezet_op: Mapped[Moment] = mapped_column(default=nu)
