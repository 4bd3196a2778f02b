"""`groepswijzer demo`: the tool and the demo platform, connected, with one command."""

import argparse
import os
import secrets
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from .processes import Processes, StartFailed, check_free

_STOPS = (signal.SIGINT, signal.SIGTERM)
_TOOL = (sys.executable, "-m", "lti_tool")


def main(argv: Sequence[str] | None = None, tool: Sequence[str] = _TOOL) -> int:
    """Start everything, print one address, and stop everything on Ctrl-C or SIGTERM.

    tool is the command line of `groepswijzer`. Returns 0 when stopped by hand, 1 when
    something doesn't run, 2 for a wrong command line (by SystemExit).
    """
    given = _arguments(argv)
    # A stopped container or service ends us as Ctrl-C does.
    previous = {number: signal.signal(number, _stop) for number in _STOPS}
    try:
        _run(given, tool)
    except StartFailed as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nGestopt.")
        return 0
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)


def _stop(*_: object) -> NoReturn:
    """Nothing comes between the beginning of stopping and its end: a second Ctrl-C would leave one behind."""
    for number in _STOPS:
        signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="groepswijzer demo", description="Start Groepswijzer met een nagebootste ELO."
    )
    parser.add_argument("--data", metavar="NAAM", help="laad voorbeeldgegevens, bijvoorbeeld: voorbeeld")
    parser.add_argument("--dir", type=Path, default=Path(".demo"), help="map voor alle gegevens (.demo)")
    parser.add_argument("--tool-port", type=int, default=8000, help="poort van Groepswijzer (8000)")
    parser.add_argument("--platform-port", type=int, default=8100, help="poort van de demo-ELO (8100)")
    return parser.parse_args(argv)


def _run(given: argparse.Namespace, tool: Sequence[str]) -> NoReturn:
    check_free(given.tool_port, "--tool-port")
    check_free(given.platform_port, "--platform-port")
    folder: Path = given.dir.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    tool_url = f"http://127.0.0.1:{given.tool_port}"
    platform_url = f"http://127.0.0.1:{given.platform_port}"
    with Processes(folder / "logs", _environment(folder, tool_url)) as processes:
        print("Demo wordt gestart …", flush=True)
        processes.start("platform", _platform_command(given.platform_port, tool_url, folder))
        # Loads while the database is made ready: nobody has its address before we print ours.
        processes.start("tool", [*tool, "serve"])
        processes.run("migrate", [*tool, "migrate"])
        processes.run("koppelen", [*tool, *_connection(platform_url)])
        if given.data:
            processes.run("gegevens", [*tool, "voorbeeld", "laden", given.data])
        processes.wait_until_healthy("platform", f"{platform_url}/gezond")
        processes.wait_until_healthy("tool", f"{tool_url}/gezond")
        print(f"Open {platform_url} in je browser. Stoppen: Ctrl-C.", flush=True)
        processes.wait()


def _environment(folder: Path, tool_url: str) -> dict[str, str]:
    """The tool's settings for the demo, over what is set already."""
    return os.environ | {
        "GROEPSWIJZER_BASE_URL": tool_url,
        "GROEPSWIJZER_BIND": tool_url.removeprefix("http://"),
        "GROEPSWIJZER_DATABASE_URL": f"sqlite:///{folder / 'groepswijzer.db'}",
        "GROEPSWIJZER_SECRET_KEY": _secret(folder / "secret_key"),
    }


def _secret(path: Path) -> str:
    """The secret of this demo folder, made at the first start."""
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48))
    return path.read_text()


def _platform_command(port: int, tool_url: str, folder: Path) -> list[str]:
    module = [sys.executable, "-m", __package__ or "lti_tool.demo", "--port", str(port)]
    return [*module, "--tool-url", tool_url, "--data-dir", str(folder / "platform")]


def _connection(platform_url: str) -> list[str]:
    """The command that makes the platform known to the tool; it may be given again."""
    options = {
        "--school": "Het Lindecollege",
        "--issuer": platform_url,
        "--client-id": "demo-client",
        "--deployment-id": "1",
        "--auth-url": f"{platform_url}/lti/auth",
        "--token-url": f"{platform_url}/lti/token",
        "--jwks-url": f"{platform_url}/lti/certs",
    }
    return ["platform", "add", *(text for option in options.items() for text in option)]
