"""A crucial learning moment that is coming up for a group, and the pupils picked for it."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from lti_tool.models.base import Base
from lti_tool.models.types import AangemaaktOp, Naam, Pk, Sleutelwoord, verwijst


class Leermoment(Base):
    __tablename__ = "leermoment"

    id: Mapped[Pk]
    cyclus_id: Mapped[int] = verwijst("cyclus.id")
    naam: Mapped[Naam]
    datum: Mapped[date]
    # the proactive reason of hgw.redenen that it gives: leermoment, stage, keuze, examen
    reden: Mapped[Sleutelwoord]
    door_id: Mapped[int | None] = verwijst("persoon.id", bij_verwijderen="SET NULL")
    aangemaakt_op: Mapped[AangemaaktOp]


class Leermomentleerling(Base):
    __tablename__ = "leermomentleerling"
    __table_args__ = (UniqueConstraint("leermoment_id", "regel_id"),)

    id: Mapped[Pk]
    leermoment_id: Mapped[int] = verwijst("leermoment.id")
    regel_id: Mapped[int] = verwijst("regel.id")
