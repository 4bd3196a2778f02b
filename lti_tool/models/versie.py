"""What everything has that several people may change: a version, and who changed it last and when."""

from sqlalchemy.orm import Mapped, mapped_column

from lti_tool.models.types import Moment, nu, verwijst


class Versie:
    """Mixin. The version counts up with every change: who saves must name the one they saw."""

    versie: Mapped[int] = mapped_column(default=1)
    gewijzigd_door_id: Mapped[int | None] = verwijst("persoon.id", bij_verwijderen="SET NULL")
    gewijzigd_op: Mapped[Moment] = mapped_column(default=nu)
