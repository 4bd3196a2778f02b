"""A goal of the plan, the goals of needs under it, and what became of it per pupil."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lti_tool.models.base import Base
from lti_tool.models.types import LangeTekst, Pk, Sleutelwoord, TZDateTime, verwijst
from lti_tool.models.versie import Versie


class Plandoelbron(Base):
    """A goal of a pupil's need that this goal of the plan stands for."""

    __tablename__ = "plandoelbron"
    __table_args__ = (UniqueConstraint("plandoel_id", "doel_id"),)

    id: Mapped[Pk]
    plandoel_id: Mapped[int] = verwijst("plandoel.id", index=False)
    doel_id: Mapped[int] = verwijst("doel.id")


class Plandoel(Versie, Base):
    """Taken out, it is kept with its results, and can come back."""

    __tablename__ = "plandoel"

    id: Mapped[Pk]
    planregel_id: Mapped[int] = verwijst("planregel.id")
    tekst: Mapped[LangeTekst]
    # how it is seen or measured; "" when not given
    maat: Mapped[LangeTekst] = mapped_column(default="")
    voor_wanneer: Mapped[date | None]
    volgorde: Mapped[int]
    verwijderd_op: Mapped[datetime | None] = mapped_column(TZDateTime)

    bronnen: Mapped[list[Plandoelbron]] = relationship(
        order_by=Plandoelbron.id, cascade="all, delete-orphan", passive_deletes=True
    )


class Doelresultaat(Versie, Base):
    """What became of one goal of the plan for one pupil."""

    __tablename__ = "doelresultaat"
    __table_args__ = (UniqueConstraint("plandoel_id", "regel_id"),)

    id: Mapped[Pk]
    plandoel_id: Mapped[int] = verwijst("plandoel.id", index=False)
    regel_id: Mapped[int] = verwijst("regel.id")
    # "" not said yet | bereikt | deels | niet
    resultaat: Mapped[Sleutelwoord] = mapped_column(default="")
    # "" | instructie | omgeving | begeleiding | clustering | doel_te_hoog | doel_te_laag
    oorzaak: Mapped[Sleutelwoord] = mapped_column(default="")
    toelichting: Mapped[LangeTekst] = mapped_column(default="")


class Doelwoord(Versie, Base):
    """How it goes with a shared goal, in the pupil's own words."""

    __tablename__ = "doelwoord"
    __table_args__ = (UniqueConstraint("doel_id"),)

    id: Mapped[Pk]
    doel_id: Mapped[int] = verwijst("doel.id", index=False)
    tekst: Mapped[LangeTekst]
