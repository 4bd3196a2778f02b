"""Starting programs, waiting until they answer, and stopping them all again."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

import requests

_HEALTHY_WITHIN = 60.0
_STOPPED_WITHIN = 10.0
_PAUSE = 0.2
_LAST_LINES = 15


class StartFailed(Exception):
    """Something doesn't run; the Dutch message says what and what can be done."""


def check_free(port: int, option: str) -> None:
    """Raise StartFailed, naming the option that chooses another, when the port is taken."""
    with socket.socket() as probe:
        # As servers do: a port that was just left may be taken again.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError) as error:
            raise StartFailed(
                f"Poort {port} is al in gebruik of mag niet worden gebruikt. "
                f"Sluit het programma dat daar draait, of kies een andere poort met {option}."
            ) from error


@dataclass
class Processes:
    """Child programs that write to a log file each in `logs`; a context that stops them on leaving."""

    logs: Path
    environment: Mapping[str, str]
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def __enter__(self) -> "Processes":
        self.logs.mkdir(parents=True, exist_ok=True)
        return self

    def __exit__(self, *_: object) -> None:
        # All are told first: they end beside each other.
        for process in reversed(self.running.values()):
            process.terminate()
        for process in reversed(self.running.values()):
            _wait_for_end(process)

    def start(self, name: str, command: Sequence[str]) -> None:
        """Start a program and leave it running."""
        with self._log(name).open("wb") as log:
            # In a session of its own: Ctrl-C reaches only us, and we stop them in order.
            self.running[name] = subprocess.Popen(  # noqa: S603 - our own commands only, no shell
                command,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=self.environment,
                start_new_session=True,
            )

    def run(self, name: str, command: Sequence[str]) -> None:
        """Run a program to its end; raises StartFailed with its last lines when it fails."""
        self.start(name, command)
        if self.running[name].wait():
            raise self._failed(name)
        del self.running[name]

    def wait_until_healthy(self, name: str, url: str) -> None:
        """Wait until `url` answers 200; raises StartFailed when the program ends or takes too long."""
        session = requests.Session()
        session.trust_env = False  # no proxy between programs on one machine
        with session:
            deadline = time.monotonic() + _HEALTHY_WITHIN
            while time.monotonic() < deadline:
                if self.running[name].poll() is not None:
                    raise self._failed(name)
                try:
                    if session.get(url, timeout=2).ok:
                        return
                except requests.RequestException:
                    pass  # not there yet
                time.sleep(_PAUSE)
        raise self._failed(name)

    def wait(self) -> NoReturn:
        """Wait until one of them ends, which none should; raises StartFailed."""
        while True:
            for name, process in self.running.items():
                if process.poll() is not None:
                    raise self._failed(name)
            time.sleep(_PAUSE)

    def _log(self, name: str) -> Path:
        return self.logs / f"{name}.log"

    def _failed(self, name: str) -> StartFailed:
        log = self._log(name)
        last = log.read_text(encoding="utf-8", errors="replace").splitlines()[-_LAST_LINES:]
        return StartFailed("\n".join([f"Het onderdeel '{name}' draait niet. Uit {log}:", *last]))


def _wait_for_end(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(_STOPPED_WITHIN)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
