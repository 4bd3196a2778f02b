"""``python -m lti_tool.demo``: run the demo platform on this machine until it is stopped."""

import argparse
from pathlib import Path

from werkzeug.serving import make_server

from .config import PlatformConfig
from .platform import create_platform


def main() -> None:
    """Read the command line and serve."""
    parser = argparse.ArgumentParser(prog="python -m lti_tool.demo", description=__doc__)
    parser.add_argument("--port", type=int, default=8100)
    parser.add_argument("--tool-url", default="http://127.0.0.1:8000")
    parser.add_argument("--data-dir", type=Path, help="where changes are kept; without it, in memory")
    given = parser.parse_args()
    config = PlatformConfig(
        issuer=f"http://127.0.0.1:{given.port}",
        tool_url=given.tool_url.rstrip("/"),
        data_dir=given.data_dir,
    )
    server = make_server("127.0.0.1", given.port, create_platform(config), threaded=True)
    print(f"Demo-ELO: {config.issuer}", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
