"""Typed text that could not be saved in its place: it waits here for its writer's next launch."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from lti_tool.models.base import Base
from lti_tool.models.types import LangeTekst, Moment, Naam, Pk, nu, verwijst


class Klad(Base):
    __tablename__ = "klad"
    __table_args__ = (UniqueConstraint("persoon_id", "regel_id", "kolom_id"),)

    id: Mapped[Pk]
    persoon_id: Mapped[int] = verwijst("persoon.id")
    regel_id: Mapped[int] = verwijst("regel.id")
    kolom_id: Mapped[int] = verwijst("kolom.id")
    waarde: Mapped[LangeTekst]
    # version of the cell that the writer saw
    basisversie: Mapped[int]
    op: Mapped[Moment] = mapped_column(default=nu)


class Paginaklad(Base):
    """The same for any other page of a cycle: its fields are known by the names that the page gives them."""

    __tablename__ = "paginaklad"
    __table_args__ = (UniqueConstraint("persoon_id", "cyclus_id", "pagina", "plaats"),)

    id: Mapped[Pk]
    persoon_id: Mapped[int] = verwijst("persoon.id", index=False)
    cyclus_id: Mapped[int] = verwijst("cyclus.id")
    # which page, as its view names it: "plan", "handelingsplan/12"
    pagina: Mapped[Naam]
    plaats: Mapped[Naam]
    waarde: Mapped[LangeTekst]
    # version of what stood there that the writer saw
    basisversie: Mapped[int]
    op: Mapped[Moment] = mapped_column(default=nu)
