"""Carrying a plan out: lessons in the week, the log, and the evaluation per row."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lti_tool.models.base import Base
from lti_tool.models.persoon import Persoon
from lti_tool.models.types import AangemaaktOp, LangeTekst, Naam, Pk, Sleutelwoord, verwijst
from lti_tool.models.versie import Versie


class Roosterles(Versie, Base):
    """When which subgroup gets its extra support, from whom and where. Times are local, "HH:MM"."""

    __tablename__ = "roosterles"

    id: Mapped[Pk]
    cyclus_id: Mapped[int] = verwijst("cyclus.id")
    # None: the whole group
    subgroep_id: Mapped[int | None] = verwijst("subgroep.id")
    # 1 Monday … 5 Friday
    dag: Mapped[int]
    begin: Mapped[Sleutelwoord]
    eind: Mapped[Sleutelwoord]
    plaats: Mapped[Naam] = mapped_column(default="")
    # a teacher that the LMS knows, or else a name
    docent_id: Mapped[int | None] = verwijst("persoon.id", bij_verwijderen="SET NULL")
    docent_naam: Mapped[Naam] = mapped_column(default="")
    # elke | even | oneven (ISO week numbers)
    weken: Mapped[Sleutelwoord] = mapped_column(default="elke")
    aangemaakt_op: Mapped[AangemaaktOp]

    docent: Mapped[Persoon | None] = relationship(foreign_keys=[docent_id])


class Lognotitie(Versie, Base):
    """A short dated note on a plan, a row of it or a pupil."""

    __tablename__ = "lognotitie"

    id: Mapped[Pk]
    plan_id: Mapped[int] = verwijst("groepsplan.id")
    planregel_id: Mapped[int | None] = verwijst("planregel.id")
    regel_id: Mapped[int | None] = verwijst("regel.id")
    # werkt | aandacht | resultaat
    soort: Mapped[Sleutelwoord]
    tekst: Mapped[LangeTekst]
    # the day that it is about
    dag: Mapped[date]
    door_id: Mapped[int | None] = verwijst("persoon.id", bij_verwijderen="SET NULL")
    aangemaakt_op: Mapped[AangemaaktOp]

    door: Mapped[Persoon | None] = relationship(foreign_keys=[door_id])


class Planevaluatie(Versie, Base):
    """How one row of the plan went."""

    __tablename__ = "planevaluatie"
    __table_args__ = (UniqueConstraint("planregel_id"),)

    id: Mapped[Pk]
    planregel_id: Mapped[int] = verwijst("planregel.id", index=False)
    # were the activities carried out: "" | ja | deels | nee
    uitgevoerd: Mapped[Sleutelwoord] = mapped_column(default="")
    # why not, when they weren't
    reden: Mapped[LangeTekst] = mapped_column(default="")
    # did pupils profit: "" | ja | deels | nee
    geprofiteerd: Mapped[Sleutelwoord] = mapped_column(default="")
    # "" | doorgaan | bijstellen | afbouwen | stoppen
    besluit: Mapped[Sleutelwoord] = mapped_column(default="")
    successen: Mapped[LangeTekst] = mapped_column(default="")
    # what the pupils say of it
    leerlingen: Mapped[LangeTekst] = mapped_column(default="")
