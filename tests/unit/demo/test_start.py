"""One command starts both programs, says where to look, and stops them again."""

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from lti_tool.demo.start import main

# Stands in for `groepswijzer`: writes down how it was called, and serves /gezond.
TOOL = """
import http.server, json, os, pathlib, signal, sys
calls = pathlib.Path(os.environ["GROEPSWIJZER_CALLS"])
settings = {k: v for k, v in os.environ.items() if k.startswith("GROEPSWIJZER_")}
with calls.open("a") as file:
    file.write(json.dumps({"arguments": sys.argv[1:], "settings": settings}) + "\\n")
if os.environ.get("GROEPSWIJZER_FAILS") == sys.argv[1]:
    sys.exit("dit ging mis")
if sys.argv[1] == "serve":
    host, port = os.environ["GROEPSWIJZER_BIND"].split(":")
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.end_headers()
    http.server.HTTPServer((host, int(port)), Handler).serve_forever()
"""
START = """
import signal, sys
from lti_tool.demo.start import main
# as in a terminal: whoever runs the tests in the background may have switched Ctrl+C off
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.exit(main(sys.argv[2:], [sys.executable, sys.argv[1]]))
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


class Demo:
    """The demo with a stand-in for the tool, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.tool = folder / "tool.py"
        self.tool.write_text(TOOL)
        self.tool_port, self.platform_port = free_port(), free_port()

    def start(self, *arguments: str, **settings: str) -> subprocess.Popen[str]:
        ports = ["--tool-port", str(self.tool_port), "--platform-port", str(self.platform_port)]
        return subprocess.Popen(
            [
                sys.executable,
                "-c",
                START,
                str(self.tool),
                "--dir",
                str(self.folder / "d"),
                *ports,
                *arguments,
            ],
            env=os.environ | {"GROEPSWIJZER_CALLS": str(self.folder / "calls")} | settings,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def calls(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in (self.folder / "calls").read_text().splitlines()]


@pytest.fixture
def demo(tmp_path: Path) -> Demo:
    return Demo(tmp_path)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_starts_both_prints_one_address_and_stops_both(demo, number):
    running = demo.start("--data", "voorbeeld")
    assert running.stdout.readline() == "Demo wordt gestart …\n"
    ready = running.stdout.readline()
    running.send_signal(number)
    out, errors = running.communicate(timeout=30)
    assert ready == f"Open http://127.0.0.1:{demo.platform_port} in je browser. Stoppen: Ctrl-C.\n"
    assert (running.returncode, out, errors) == (0, "\nGestopt.\n", "")
    for port in (demo.tool_port, demo.platform_port):
        assert not answers(port)
    arguments = [call["arguments"] for call in demo.calls() if call["arguments"] != ["serve"]]
    assert [words[0] for words in arguments] == ["migrate", "platform", "voorbeeld"]
    assert arguments[1][:4] == ["platform", "add", "--school", "Het Lindecollege"]
    assert arguments[1][-1] == f"http://127.0.0.1:{demo.platform_port}/lti/certs"
    assert arguments[2] == ["voorbeeld", "laden", "voorbeeld"]


def test_an_impatient_second_stop_leaves_nothing_running(demo):
    running = demo.start()
    assert running.stdout.readline() == "Demo wordt gestart …\n"
    running.stdout.readline()
    # one of so many comes at the worst moment
    for _ in range(200):
        running.send_signal(signal.SIGTERM)
    running.communicate(timeout=30)
    assert [port for port in (demo.tool_port, demo.platform_port) if answers(port)] == []


def test_a_second_start_keeps_the_secret(demo):
    for _ in range(2):
        running = demo.start(GROEPSWIJZER_FAILS="migrate")
        running.communicate(timeout=30)
    secrets = {call["settings"]["GROEPSWIJZER_SECRET_KEY"] for call in demo.calls()}
    assert len(secrets) == 1
    assert len(secrets.pop()) >= 32


@pytest.mark.parametrize("step", ["migrate", "platform", "serve"])
def test_a_step_that_fails_ends_everything_with_its_last_words(demo, step):
    running = demo.start(GROEPSWIJZER_FAILS=step)
    _, errors = running.communicate(timeout=60)
    assert running.returncode == 1
    assert "draait niet" in errors
    assert "dit ging mis" in errors


@pytest.mark.parametrize("option", ["--tool-port", "--platform-port"])
def test_a_taken_port_is_named_with_the_option_that_changes_it(tmp_path, capsys, option):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ports = {"--tool-port": free_port(), "--platform-port": free_port()} | {option: port}
        words = [text for pair in ports.items() for text in map(str, pair)]
        assert main(["--dir", str(tmp_path / "d"), *words], ["false"]) == 1
    assert f"Poort {port} is al in gebruik" in capsys.readouterr().err
    assert not (tmp_path / "d").exists()


@pytest.mark.parametrize("arguments", [["--tool-port", "acht"], ["--onzin"]])
def test_a_wrong_command_line_is_refused(arguments, capsys):
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
    assert "usage: groepswijzer demo" in capsys.readouterr().err
