"""The plan of one cycle: its head, its rows, what stands in them, and how it stood when it was fixed."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lti_tool.models.base import Base
from lti_tool.models.cyclus import Cyclus
from lti_tool.models.persoon import Persoon
from lti_tool.models.types import (
    AangemaaktOp,
    Gegevens,
    LangeTekst,
    Moment,
    Naam,
    Pk,
    Sleutelwoord,
    TZDateTime,
    nu,
    verwijst,
)
from lti_tool.models.versie import Versie


class Planvorm(StrEnum):
    GROEPSPLAN = "groepsplan"
    GROEPSHANDELINGSPLAN = "groepshandelingsplan"  # the same rows, one document per subgroup


class Differentiatie(StrEnum):
    CONVERGENT = "convergent"  # same base goals for all, extra for some
    DIVERGENT = "divergent"  # every level group has its own goals and pace


class Groepsplan(Versie, Base):
    __tablename__ = "groepsplan"
    __table_args__ = (UniqueConstraint("cyclus_id"),)

    id: Mapped[Pk]
    cyclus_id: Mapped[int] = verwijst("cyclus.id", index=False)
    vorm: Mapped[str] = mapped_column(default=Planvorm.GROEPSPLAN)
    differentiatie: Mapped[str] = mapped_column(default=Differentiatie.CONVERGENT)
    # the sheet that it should fit on: A4 | A3
    papier: Mapped[Sleutelwoord] = mapped_column(default="A4")
    # the columns as the school had them when the plan was opened; empty: the default ones
    kolommen: Mapped[list[Any]] = mapped_column(JSON, default=list)
    # the columns before the school's newer ones were taken over, oldest first: the way back
    kolommen_eerder: Mapped[list[Any]] = mapped_column(JSON, default=list)
    # the halfway evaluation: its day, what came of it, and when that was written
    halverwege: Mapped[date | None]
    halverwege_verslag: Mapped[LangeTekst] = mapped_column(default="")
    halverwege_gedaan_op: Mapped[datetime | None] = mapped_column(TZDateTime)
    evaluatie_op: Mapped[date | None]
    # None: a draft
    vastgesteld_op: Mapped[datetime | None] = mapped_column(TZDateTime)
    vastgesteld_door_id: Mapped[int | None] = verwijst("persoon.id", bij_verwijderen="SET NULL")
    aangemaakt_op: Mapped[AangemaaktOp]

    cyclus: Mapped[Cyclus] = relationship()
    vastgesteld_door: Mapped[Persoon | None] = relationship(foreign_keys=[vastgesteld_door_id])


class Planregelsoort(StrEnum):
    BASIS = "basis"  # the whole group: attention points only
    SUBGROEP = "subgroep"
    LEERLING = "leerling"  # one pupil, the exception


class Planregel(Base):
    """A row of the plan. Taken out, it is kept with what hangs on it, and can come back."""

    __tablename__ = "planregel"

    id: Mapped[Pk]
    plan_id: Mapped[int] = verwijst("groepsplan.id")
    soort: Mapped[str]
    # key of hgw.domeinen: the part of the plan that the row stands in
    domein: Mapped[Sleutelwoord]
    # None for another kind of row, or when the subgroup is gone since
    subgroep_id: Mapped[int | None] = verwijst("subgroep.id", bij_verwijderen="SET NULL")
    regel_id: Mapped[int | None] = verwijst("regel.id")
    # the name of a subgroup that is gone
    naam: Mapped[Naam] = mapped_column(default="")
    volgorde: Mapped[int]
    # what was put in or turned down already: it isn't offered again, also when its words were changed
    verwerkt: Mapped[list[Any]] = mapped_column(JSON, default=list)
    verwijderd_op: Mapped[datetime | None] = mapped_column(TZDateTime)
    aangemaakt_op: Mapped[AangemaaktOp]

    plan: Mapped[Groepsplan] = relationship()


class Planveld(Versie, Base):
    """What stands in one column of a row (goals are rows of their own: Plandoel)."""

    __tablename__ = "planveld"
    __table_args__ = (UniqueConstraint("planregel_id", "veld"),)

    id: Mapped[Pk]
    planregel_id: Mapped[int] = verwijst("planregel.id", index=False)
    # key of a column of the plan's format
    veld: Mapped[Sleutelwoord]
    waarde: Mapped[LangeTekst]


class Planversie(Base):
    """The plan as it stood when it was fixed; number 1 is the first version. Never changed."""

    __tablename__ = "planversie"
    __table_args__ = (UniqueConstraint("plan_id", "nummer"),)

    id: Mapped[Pk]
    plan_id: Mapped[int] = verwijst("groepsplan.id", index=False)
    nummer: Mapped[int]
    inhoud: Mapped[Gegevens]
    door_id: Mapped[int | None] = verwijst("persoon.id", bij_verwijderen="SET NULL")
    op: Mapped[Moment] = mapped_column(default=nu)

    door: Mapped[Persoon | None] = relationship(foreign_keys=[door_id])


class Vakantwoord(Versie, Base):
    """What a mentor's plan means for one subject, in the words of its teacher."""

    __tablename__ = "vakantwoord"
    __table_args__ = (UniqueConstraint("plan_id", "groep_id"),)

    id: Mapped[Pk]
    plan_id: Mapped[int] = verwijst("groepsplan.id", index=False)
    # the subject group
    groep_id: Mapped[int] = verwijst("groep.id")
    tekst: Mapped[LangeTekst]
