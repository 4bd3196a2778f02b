"""The history: who changed what and when, from what to what. Only ever added to."""

from enum import StrEnum

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lti_tool.models.base import Base
from lti_tool.models.persoon import Persoon
from lti_tool.models.types import LangeTekst, Moment, Pk, nu, verwijst


class Onderwerp(StrEnum):
    CEL = "cel"
    OBSERVATIE = "observatie"  # a line that a colleague added to a cell
    SIGNAAL = "signaal"
    VOORSTEL = "voorstel"  # a proposed signal that the owner turned down
    BEHOEFTE = "behoefte"  # a need reviewed, a goal shared or looked back on, the pupil's own part
    WIJZER = "wijzer"  # an item of a checklist
    LEERLING = "leerling"  # marked as "geen leerling" or back
    EIGENAAR = "eigenaar"
    CYCLUS = "cyclus"
    SUBGROEP = "subgroep"  # a subgroup, who is in it, who is kept apart, a point for the whole group
    PLAN = "plan"
    ROOSTERLES = "roosterles"
    LOGBOEK = "logboek"
    EVALUATIE = "evaluatie"
    HANDELINGSPLAN = "handelingsplan"
    KOLOM = "kolom"  # a column of the overview added, changed, hidden or shown


class Wijziging(Base):
    __tablename__ = "wijziging"
    __table_args__ = (Index(None, "groep_id", "id"),)

    id: Mapped[Pk]
    groep_id: Mapped[int] = verwijst("groep.id", index=False)
    onderwerp: Mapped[str]
    # whom it is about; None for the group as a whole
    leerling_id: Mapped[int | None] = verwijst("persoon.id")
    regel_id: Mapped[int | None] = verwijst("regel.id")
    kolom_id: Mapped[int | None] = verwijst("kolom.id")
    # the import that made it, for the undo
    import_id: Mapped[int | None] = verwijst("scoreimport.id", bij_verwijderen="SET NULL")
    oud: Mapped[LangeTekst]
    nieuw: Mapped[LangeTekst]
    # None: the command line, or a person since erased
    door_id: Mapped[int | None] = verwijst("persoon.id", bij_verwijderen="SET NULL")
    op: Mapped[Moment] = mapped_column(default=nu)

    door: Mapped[Persoon | None] = relationship(foreign_keys=[door_id])
