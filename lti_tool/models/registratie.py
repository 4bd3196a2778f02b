"""A registration of this tool at a platform (LTI 1.3 core, section 3.1.3) and its deployments."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lti_tool.models.base import Base
from lti_tool.models.platform import Platform
from lti_tool.models.types import AangemaaktOp, LangeTekst, Naam, Pk, verwijst


class Registratie(Base):
    __tablename__ = "registratie"
    __table_args__ = (UniqueConstraint("issuer", "client_id"),)

    id: Mapped[Pk]
    platform_id: Mapped[int] = verwijst("platform.id")
    # the platform's issuer again: a launch is looked up by issuer and client_id together
    issuer: Mapped[Naam]
    client_id: Mapped[Naam]
    auth_url: Mapped[LangeTekst]
    token_url: Mapped[LangeTekst]
    jwks_url: Mapped[LangeTekst]
    actief: Mapped[bool] = mapped_column(default=True)
    aangemaakt_op: Mapped[AangemaaktOp]

    platform: Mapped[Platform] = relationship()
    deployments: Mapped[list["Deployment"]] = relationship(
        back_populates="registratie", cascade="all, delete-orphan"
    )


class Deployment(Base):
    __tablename__ = "deployment"
    __table_args__ = (UniqueConstraint("registratie_id", "deployment_id"),)

    id: Mapped[Pk]
    registratie_id: Mapped[int] = verwijst("registratie.id")
    deployment_id: Mapped[Naam]

    registratie: Mapped[Registratie] = relationship(back_populates="deployments")
