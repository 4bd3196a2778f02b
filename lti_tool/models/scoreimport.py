"""An import or a pasted block of scores: proposed, confirmed, and undone in one step."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from lti_tool.models.base import Base
from lti_tool.models.types import AangemaaktOp, Gegevens, Naam, Pk, TZDateTime, verwijst


class Scoreimport(Base):
    __tablename__ = "scoreimport"

    id: Mapped[Pk]
    cyclus_id: Mapped[int] = verwijst("cyclus.id")
    door_id: Mapped[int] = verwijst("persoon.id")
    # file name, or "geplakt"
    bron: Mapped[Naam]
    # what was read and how it was matched, until it is confirmed; then what changed, for the undo
    gegevens: Mapped[Gegevens]
    bevestigd_op: Mapped[datetime | None] = mapped_column(TZDateTime)
    ongedaan_op: Mapped[datetime | None] = mapped_column(TZDateTime)
    aangemaakt_op: Mapped[AangemaaktOp]
