"""Structured log lines. What goes in is chosen by hand at each place: never names, texts or tokens."""

import logging
import sys
from typing import Any

import structlog
from structlog.typing import EventDict, WrappedLogger

from lti_tool.settings import Settings


def _zonder_waarden(_logger: WrappedLogger, _naam: str, regel: EventDict) -> EventDict:
    """A traceback as the places it went through: messages of exceptions can quote what was typed."""
    info: Any = regel.pop("exc_info", None)
    if info:
        spoor = sys.exc_info()[2]
        plaatsen = []
        while spoor is not None:
            code = spoor.tb_frame.f_code
            plaatsen.append(f"{code.co_filename.rsplit('/', 2)[-1]}:{spoor.tb_lineno} {code.co_name}")
            spoor = spoor.tb_next
        regel["places"] = plaatsen
    return regel


def richt_logs_in(settings: Settings) -> None:
    """Configure structlog once, for this process."""
    schrijver: Any = (
        structlog.processors.JSONRenderer()
        if settings.log_format == "json"
        else structlog.dev.ConsoleRenderer(colors=False)
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _zonder_waarden,
            schrijver,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
