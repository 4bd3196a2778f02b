"""Named column types, so that a model reads as a list of facts."""

from datetime import UTC, datetime
from typing import Annotated, Any

from sqlalchemy import JSON, DateTime, ForeignKey, String, Text, TypeDecorator
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import mapped_column


class TZDateTime(TypeDecorator[datetime]):
    """A moment in UTC. SQLite drops time zones, so they are put back on reading.

    Raises ValueError for a datetime without a time zone: it would be a guess.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 (SQLAlchemy's signature)
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a stored moment needs a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 (SQLAlchemy's signature)
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def nu() -> datetime:
    """The present moment, with its time zone."""
    return datetime.now(UTC)


Pk = Annotated[int, mapped_column(primary_key=True)]
Naam = Annotated[str, mapped_column(String(255))]
Sleutelwoord = Annotated[str, mapped_column(String(64))]
LangeTekst = Annotated[str, mapped_column(Text)]
Moment = Annotated[datetime, mapped_column(TZDateTime)]
AangemaaktOp = Annotated[datetime, mapped_column(TZDateTime, default=nu)]
Gegevens = Annotated[dict[str, Any], mapped_column(JSON, default=dict)]


def verwijst(kolom: str, *, index: bool = True, bij_verwijderen: str = "CASCADE") -> Any:
    """A foreign key column; the rows under a deleted row go with it unless said otherwise."""
    return mapped_column(ForeignKey(kolom, ondelete=bij_verwijderen), index=index)
