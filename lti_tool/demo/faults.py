"""Services that are down or slow on request, so that a tool can show how it bears that."""

import time

from .core import Refused, platform

SERVICES = ("auth", "certs", "token", "nrps", "registratie")
LONGEST_WAIT = 120.0


def misbehave(service: str) -> None:
    """Do what was asked for this service: wait, or raise Refused with a status. Else nothing."""
    fault = platform().faults.get(service)
    if fault is None:
        return
    time.sleep(min(fault.seconds, LONGEST_WAIT))
    if fault.status:
        raise Refused(fault.status, "Deze dienst is tijdelijk niet beschikbaar.")
