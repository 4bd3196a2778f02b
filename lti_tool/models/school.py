"""The school: the boundary that no pupil's data cross."""

from sqlalchemy.orm import Mapped, mapped_column

from lti_tool.models.base import Base
from lti_tool.models.types import AangemaaktOp, Gegevens, Naam, Pk


class School(Base):
    __tablename__ = "school"

    id: Mapped[Pk]
    naam: Mapped[Naam] = mapped_column(unique=True)
    # LTI role URI or short name -> docent | leerling | beheerder | geen; wins over the standard table
    rolvertaling: Mapped[Gegevens]
    aangemaakt_op: Mapped[AangemaaktOp]
