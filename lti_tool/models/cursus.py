"""A course of the LMS (LTI context): where the roster comes from. Groups live inside it."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lti_tool.models.base import Base
from lti_tool.models.platform import Platform
from lti_tool.models.types import AangemaaktOp, LangeTekst, Naam, Pk, TZDateTime, verwijst


class Bestemming(StrEnum):
    """What an administrator said that a course is for; most courses are simply a class or subject."""

    GEWOON = ""
    ZORGTEAM = "zorgteam"
    SCHOOLLEIDING = "schoolleiding"


class Cursus(Base):
    __tablename__ = "cursus"
    __table_args__ = (UniqueConstraint("platform_id", "context_id"),)

    id: Mapped[Pk]
    platform_id: Mapped[int] = verwijst("platform.id")
    context_id: Mapped[Naam]
    titel: Mapped[Naam] = mapped_column(default="")
    label: Mapped[Naam] = mapped_column(default="")
    sourcedid: Mapped[Naam] = mapped_column(default="")
    # course dates as the platform wrote them (ISO 8601); "" when it doesn't say
    begin: Mapped[Naam] = mapped_column(default="")
    eind: Mapped[Naam] = mapped_column(default="")
    bestemming: Mapped[str] = mapped_column(default=Bestemming.GEWOON)
    # from a validated launch only, never from a form or a custom parameter
    rooster_url: Mapped[LangeTekst] = mapped_column(default="")
    registratie_id: Mapped[int | None] = verwijst("registratie.id", bij_verwijderen="SET NULL")
    # the last complete roster; None: never had one
    rooster_op: Mapped[datetime | None] = mapped_column(TZDateTime)
    rooster_poging_op: Mapped[datetime | None] = mapped_column(TZDateTime)
    # short code of what went wrong at the last try; "" after a success
    rooster_fout: Mapped[str] = mapped_column(default="")
    aangemaakt_op: Mapped[AangemaaktOp]

    platform: Mapped[Platform] = relationship()
