"""A running preview server, watched from outside as a browser would."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Self

BEKIJK = ("-m", "generator", "bekijk", "--adres")
PATIENCE = 90


class Preview:
    """A server on a free port, started in `root`; use it as a context."""

    def __init__(self, root: Path, command: Sequence[str] = BEKIJK) -> None:
        """Start Python with `command` and the address behind it."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        self.root = root
        self.output = root / "uitvoer.txt"
        python = [sys.executable, "-X", "utf8", "-u"]
        with self.output.open("w", encoding="utf-8") as file:
            self.process = subprocess.Popen(
                [*python, *command, self.address], cwd=root, stdout=file, stderr=subprocess.STDOUT
            )

    def __enter__(self) -> Self:
        """The running server."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stop it."""
        self.process.terminate()
        self.process.wait(timeout=20)

    def read(self, path: str) -> str:
        """The page as it is served now, or nothing while the server starts."""
        try:
            with urllib.request.urlopen(f"http://{self.address}/{path}", timeout=30) as answer:
                text: str = answer.read().decode("utf-8")
                return text
        except OSError:
            return ""

    def wait(self, path: str, text: str) -> str:
        """Wait until the page holds the text, and return the page."""
        return self._wait(lambda: self.read(path), text)

    def wait_for_output(self, text: str) -> str:
        """Wait until the terminal shows the text, and return all that it shows."""
        return self._wait(lambda: self.output.read_text(encoding="utf-8"), text)

    def _wait(self, look: Callable[[], str], text: str) -> str:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if text in (seen := look()):
                return seen
            time.sleep(0.02)
        shown = self.output.read_text(encoding="utf-8")
        message = f"'{text}' did not appear; output:\n{shown}"
        raise AssertionError(message)
