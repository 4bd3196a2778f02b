"""An educational need of one pupil in one cycle, in one domain: goals, and what is needed to reach them."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lti_tool.models.base import Base
from lti_tool.models.doel import Doel
from lti_tool.models.hulpzinkeuze import Hulpzinkeuze
from lti_tool.models.regel import Regel
from lti_tool.models.types import AangemaaktOp, LangeTekst, Pk, Sleutelwoord, verwijst
from lti_tool.models.versie import Versie


class Onderwijsbehoefte(Versie, Base):
    """The readable statement stands in the overview's cell; here are the choices behind it."""

    __tablename__ = "onderwijsbehoefte"
    __table_args__ = (UniqueConstraint("regel_id", "domein"),)

    id: Mapped[Pk]
    regel_id: Mapped[int] = verwijst("regel.id")
    # key of hgw.domeinen
    domein: Mapped[Sleutelwoord]
    # the statement as it was last written into the cell; not found there any more: edited by hand since
    zin: Mapped[LangeTekst] = mapped_column(default="")
    # "" new in this cycle | te_herzien | behouden | gewijzigd | beeindigd
    herziening: Mapped[Sleutelwoord] = mapped_column(default="")
    # the need of the previous cycle that it goes on from
    vorige_id: Mapped[int | None] = verwijst("onderwijsbehoefte.id", bij_verwijderen="SET NULL")
    aangemaakt_op: Mapped[AangemaaktOp]

    regel: Mapped[Regel] = relationship()
    doelen: Mapped[list[Doel]] = relationship(
        order_by=Doel.prioriteit, cascade="all, delete-orphan", passive_deletes=True
    )
    zinnen: Mapped[list[Hulpzinkeuze]] = relationship(
        order_by=Hulpzinkeuze.volgorde, cascade="all, delete-orphan", passive_deletes=True
    )
