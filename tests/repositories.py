"""Repositories of git for tests: their own settings, and the days that the test says."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

NIEMAND = ("-c", "user.name=niemand", "-c", "user.email=niemand@voorbeeld.invalid")


def git(root: Path, *arguments: str, datum: date = date(2026, 9, 1)) -> str:
    """What git answers in `root`; whatever is made there, is of noon on `datum`."""
    moment = f"{datum.isoformat()}T12:00:00 +0200"
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_DATE": moment,
        "GIT_COMMITTER_DATE": moment,
    }
    command = ["git", *NIEMAND, "-c", "protocol.file.allow=always", *arguments]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, check=True)
    return done.stdout.decode("utf-8").strip()


def start_repository(root: Path, datum: date = date(2026, 9, 1)) -> None:
    """A repository with everything in `root` as its first version."""
    git(root, "init", "--quiet", "--initial-branch=hoofd")
    commit(root, datum)


def commit(root: Path, datum: date) -> str:
    """Everything in `root` as a version of `datum`; its name."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message=versie", datum=datum)
    return git(root, "rev-parse", "HEAD")


def change(root: Path, name: str, old: str, new: str) -> None:
    """Replace a text in a file, once; the text must be there."""
    text = (root / name).read_bytes().decode("utf-8")
    assert old in text
    (root / name).write_bytes(text.replace(old, new, 1).encode("utf-8"))
