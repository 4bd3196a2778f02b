"""The tool's own signing keys. The newest without an end signs; all that haven't ended are published."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from lti_tool.models.base import Base
from lti_tool.models.types import AangemaaktOp, Gegevens, LangeTekst, TZDateTime


class Sleutel(Base):
    __tablename__ = "sleutel"

    kid: Mapped[str] = mapped_column(primary_key=True)
    prive_pem: Mapped[LangeTekst]
    publieke_jwk: Mapped[Gegevens]
    aangemaakt_op: Mapped[AangemaaktOp]
    # None for the key in use; after rotation the moment until which it stays published
    gepubliceerd_tot: Mapped[datetime | None] = mapped_column(TZDateTime)
