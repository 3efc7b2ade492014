"""The Nu HTML checker of the W3C, from `nu/package-lock.json`, on the Java of this machine."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.browser.kijker import miss

NU = Path(__file__).parent / "nu"
JAR = NU / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def find_java() -> str:
    """The Java that runs the checker; skips where it or the checker is missing."""
    java = shutil.which("java")
    if java is None:
        miss("geen Java gevonden: de Nu-controle heeft default-jre-headless nodig")
    if not JAR.is_file():
        miss(f"de Nu-controle is niet geïnstalleerd: voer 'npm ci' uit in tests/browser/{NU.name}")
    return java


def judge_html(folders: Iterable[Path]) -> list[str]:
    """What the checker says of every HTML file in the folders, errors and warnings alike."""
    options = ("--format", "json", "--skip-non-html", "--stdout", "--exit-zero-always")
    command = [find_java(), "-jar", str(JAR), *options, *map(str, folders)]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    return [_tell(message) for message in json.loads(done.stdout)["messages"]]


def _tell(message: dict[str, Any]) -> str:
    kind = message.get("subType", message["type"])
    page = message.get("url", "").rpartition("/")[2]
    line, extract = message.get("lastLine", "?"), message.get("extract", "")
    return f"{kind}: {message['message']} | {page}:{line} {' '.join(extract.split())[:120]}"
