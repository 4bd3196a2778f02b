"""What the demo platform must be told when it starts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

#: Custom parameters that the pre-set registration sends with every launch. The same
#: variables are what the tool asks for when it registers itself.
DEFAULT_CUSTOM: Mapping[str, str] = MappingProxyType(
    {
        "cursus_begin": "$CourseSection.timeFrame.begin",
        "cursus_eind": "$CourseSection.timeFrame.end",
        "cursus_nummer": "$CourseSection.sourcedId",
        "cursus_historie": "$Context.id.history",
    }
)


@dataclass(frozen=True)
class PlatformConfig:
    """Where the platform and the tool are, and how they know each other from the start.

    issuer      the platform's own address, without a slash at the end
    tool_url    the tool's address, without a slash at the end
    client_id   of the pre-set registration; "" starts with no tool at all
    data_dir    where the state is kept; None keeps it in memory
    """

    issuer: str
    tool_url: str
    client_id: str = "demo-client"
    deployment_id: str = "1"
    tool_name: str = "Groepswijzer"
    login_path: str = "/lti/login"
    launch_path: str = "/lti/launch"
    jwks_path: str = "/lti/jwks"
    custom: Mapping[str, str] = field(default_factory=lambda: DEFAULT_CUSTOM)
    data_dir: Path | None = None
