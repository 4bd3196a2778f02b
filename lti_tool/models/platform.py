"""A learning platform of a school. `sub` and context ids are unique within it, not beyond it."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lti_tool.models.base import Base
from lti_tool.models.school import School
from lti_tool.models.types import AangemaaktOp, Naam, Pk, verwijst


class Platform(Base):
    """Keeps people and courses apart from registrations, so that registering again keeps them."""

    __tablename__ = "platform"
    __table_args__ = (UniqueConstraint("school_id", "issuer"),)

    id: Mapped[Pk]
    school_id: Mapped[int] = verwijst("school.id")
    issuer: Mapped[Naam]
    # product_family_code as the platform names itself, e.g. "moodle": selects the quirks
    product: Mapped[str] = mapped_column(default="")
    aangemaakt_op: Mapped[AangemaaktOp]

    school: Mapped[School] = relationship()
