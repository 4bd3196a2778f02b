"""A chosen, changed or own sentence about what a pupil needs: data, for clustering compares them."""

from sqlalchemy.orm import Mapped, mapped_column

from lti_tool.models.base import Base
from lti_tool.models.types import LangeTekst, Pk, Sleutelwoord, verwijst


class Hulpzinkeuze(Base):
    __tablename__ = "hulpzinkeuze"

    id: Mapped[Pk]
    behoefte_id: Mapped[int] = verwijst("onderwijsbehoefte.id")
    # key of a category of the begrijpwijzer
    categorie: Mapped[Sleutelwoord]
    # key of the help sentence that it came from, also when its words were changed; "" for an own sentence
    sleutel: Mapped[Sleutelwoord] = mapped_column(default="")
    tekst: Mapped[LangeTekst]
    volgorde: Mapped[int]
