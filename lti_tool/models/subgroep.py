"""Subgroups of pupils with comparable needs, and who is in them."""

from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lti_tool.models.base import Base
from lti_tool.models.regel import Regel
from lti_tool.models.types import AangemaaktOp, Gegevens, Naam, Pk, Sleutelwoord, verwijst
from lti_tool.models.versie import Versie


class Subgroepsoort(StrEnum):
    HANDREIKING = "handreiking"  # all teachers apply it in their daily lessons; nobody is set apart
    EXTRA = "extra"  # extra instruction or guidance at set times


class Subgroep(Versie, Base):
    __tablename__ = "subgroep"

    id: Mapped[Pk]
    cyclus_id: Mapped[int] = verwijst("cyclus.id")
    # key of hgw.domeinen
    domein: Mapped[Sleutelwoord]
    naam: Mapped[Naam]
    soort: Mapped[str] = mapped_column(default=Subgroepsoort.HANDREIKING)
    volgorde: Mapped[int]
    # what the pupils had in common when they were grouped, in Dutch: stays with the grouping
    gedeeld: Mapped[list[Any]] = mapped_column(JSON, default=list)
    aangemaakt_op: Mapped[AangemaaktOp]


class Plaatsing(Versie, Base):
    """Where a pupil is in one domain: in one subgroup, or (None) deliberately alone. No row: not placed."""

    __tablename__ = "plaatsing"
    __table_args__ = (UniqueConstraint("regel_id", "domein"),)

    id: Mapped[Pk]
    regel_id: Mapped[int] = verwijst("regel.id", index=False)
    domein: Mapped[Sleutelwoord]
    subgroep_id: Mapped[int | None] = verwijst("subgroep.id")

    regel: Mapped[Regel] = relationship()


class Subgroepherstel(Base):
    """A subgroup that was taken away, with its pupils and lessons, so that it can come back."""

    __tablename__ = "subgroepherstel"

    id: Mapped[Pk]
    cyclus_id: Mapped[int] = verwijst("cyclus.id")
    # as services/clusteren/subgroepherstel.py writes and reads it
    inhoud: Mapped[Gegevens]
    op: Mapped[AangemaaktOp]


class Uiteen(Base):
    """Two pupils of a group who are kept apart. Goes along to the next cycles."""

    __tablename__ = "uiteen"
    __table_args__ = (UniqueConstraint("groep_id", "een_id", "ander_id"),)

    id: Mapped[Pk]
    groep_id: Mapped[int] = verwijst("groep.id", index=False)
    # the lower id first
    een_id: Mapped[int] = verwijst("persoon.id")
    ander_id: Mapped[int] = verwijst("persoon.id")
    aangemaakt_op: Mapped[AangemaaktOp]


class Groepspunt(Versie, Base):
    """A point of attention for the whole group, or a proposed one that was turned down."""

    __tablename__ = "groepspunt"

    id: Mapped[Pk]
    cyclus_id: Mapped[int] = verwijst("cyclus.id")
    # key of hgw.domeinen
    domein: Mapped[Sleutelwoord]
    # key of the proposal; "" for an own point
    herkomst: Mapped[Naam] = mapped_column(default="")
    # a proposal that the owner turned down isn't made again in this cycle
    afgewezen: Mapped[bool] = mapped_column(default=False)
    tekst: Mapped[Naam]
    volgorde: Mapped[int]
