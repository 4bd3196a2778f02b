"""The plan for one pupil: the exception, an annex to the group plan with the same period."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lti_tool.models.base import Base
from lti_tool.models.regel import Regel
from lti_tool.models.types import AangemaaktOp, LangeTekst, Naam, Pk, Sleutelwoord, TZDateTime, verwijst
from lti_tool.models.versie import Versie


class Handelingsplan(Versie, Base):
    __tablename__ = "handelingsplan"
    __table_args__ = (UniqueConstraint("regel_id"),)

    id: Mapped[Pk]
    regel_id: Mapped[int] = verwijst("regel.id", index=False)
    # the parents' agreement: when, who, and how ("ondertekend" | "mondeling")
    akkoord_op: Mapped[date | None]
    akkoord_naam: Mapped[Naam] = mapped_column(default="")
    akkoord_wijze: Mapped[Sleutelwoord] = mapped_column(default="")
    # help of the care team was asked for
    hulp_gevraagd_op: Mapped[datetime | None] = mapped_column(TZDateTime)
    # taken out, it is kept and can come back
    verwijderd_op: Mapped[datetime | None] = mapped_column(TZDateTime)
    aangemaakt_op: Mapped[AangemaaktOp]

    regel: Mapped[Regel] = relationship()


class Handelingsplanveld(Versie, Base):
    __tablename__ = "handelingsplanveld"
    __table_args__ = (UniqueConstraint("handelingsplan_id", "veld"),)

    id: Mapped[Pk]
    handelingsplan_id: Mapped[int] = verwijst("handelingsplan.id", index=False)
    # key of a field of the form
    veld: Mapped[Sleutelwoord]
    waarde: Mapped[LangeTekst]
