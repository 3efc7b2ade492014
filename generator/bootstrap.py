"""From a bare machine to a site: makes the environment, installs, and runs the asked steps.

Needs only Python's standard library, so that it also serves Windows without make:

    py -m generator.bootstrap site
    py -m generator.bootstrap test
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OMGEVING = ROOT / ".venv"
VEREIST = (3, 11)
BROWSER = "tests/browser"
GEBRUIK = "Gebruik: python -m generator.bootstrap site | test | vernieuw"


def say(text: str) -> None:
    """Tell the user what is going on, at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def find_program(name: str) -> Path:
    """A program in the environment, on any system."""
    folder, suffix = ("Scripts", ".exe") if os.name == "nt" else ("bin", "")
    return OMGEVING / folder / f"{name}{suffix}"


def read_environment() -> dict[str, str]:
    """What every program that is started here needs to know."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}


def run(*command: str | Path) -> None:
    """Run a program from the project folder; leave with its exit code when it fails."""
    words = [str(part) for part in command]
    done = subprocess.run(words, cwd=ROOT, env=read_environment(), check=False)  # noqa: S603 - only our own commands
    if done.returncode:
        sys.exit(done.returncode)


def run_beside(command: Sequence[str | Path], beside: Sequence[str | Path]) -> None:
    """Run two programs at the same time; what `beside` says is shown when both are done.

    Leaves with an exit code when either fails.
    """
    words = [str(part) for part in beside]
    with tempfile.TemporaryFile() as said:
        other = subprocess.Popen(  # noqa: S603 - only our own commands
            words, cwd=ROOT, env=read_environment(), stdout=said, stderr=subprocess.STDOUT
        )
        try:
            first = subprocess.run(  # noqa: S603 - only our own commands
                [str(part) for part in command], cwd=ROOT, env=read_environment(), check=False
            )
            second = other.wait()
        finally:
            other.kill()
        said.seek(0)
        say(said.read().decode("utf-8", "replace"))
    if failed := first.returncode or second:
        sys.exit(failed)


def make_environment() -> None:
    """Make `.venv` when it is absent or half made: pip comes last.

    Python without venv (Debian splits it off) is told how to mend that.
    """
    if find_program("pip").exists():
        return
    say("Omgeving maken in .venv ...")
    try:
        venv.create(OMGEVING, with_pip=True, clear=True)
    except (OSError, subprocess.CalledProcessError):
        say("Dat lukt niet: Python mist venv of pip. Op Debian en Ubuntu: apt install python3-venv")
        sys.exit(2)
    finally:
        if not find_program("pip").exists():
            shutil.rmtree(OMGEVING, ignore_errors=True)


def install(requirements: str) -> None:
    """Install what `requirements/<name>.txt` pins and the project itself; skip when unchanged."""
    pins = ROOT / "requirements" / f"{requirements}.txt"
    wanted = hashlib.sha256(pins.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    stamp = OMGEVING / f"geinstalleerd-{requirements}"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return
    say(f"Pakketten installeren ({pins.name}); de eerste keer duurt dat een minuut ...")
    python = find_program("python")
    quiet = ("-q", "--disable-pip-version-check", "--no-warn-script-location")
    run(python, "-m", "pip", "install", *quiet, "--require-hashes", "-r", pins)
    run(python, "-m", "pip", "install", *quiet, "--no-deps", "--no-build-isolation", "-e", ROOT)
    stamp.write_text(wanted, encoding="utf-8")


def make_site() -> None:
    """Check the data and build both editions into `site/`."""
    install("site")
    say("Gegevens controleren en site bouwen ...")
    run(find_program("circulair"), "bouw")


def run_tests() -> None:
    """Lint, types and all tests; the same for everyone and for CI."""
    install("test")
    for name, command in (
        ("Stijl", ("ruff", "check")),
        ("Opmaak", ("ruff", "format", "--check")),
        ("Typen", ("mypy",)),
    ):
        say(f"{name} ...")
        run(find_program(command[0]), *command[1:])
    say("Tests; die in een browser lopen ernaast, en staan onderaan ...")
    pytest = find_program("pytest")
    run_beside((pytest, f"--ignore={BROWSER}"), (pytest, BROWSER))


def renew_pins() -> None:
    """Write `requirements/*.txt` anew with the newest versions that pyproject.toml allows."""
    install("test")
    compile_pins = (find_program("uv"), "pip", "compile", "-q", "--universal", "--upgrade")
    options = ("--generate-hashes", "--no-header", "--no-annotate", "--python-version", "3.11")
    site = ("--extra", "beelden", "--extra", "excel")
    for name, more in (("site", site), ("test", ("--extra", "test"))):
        sources = ("pyproject.toml", "requirements/bouwen.in", *more)
        run(*compile_pins, *options, *sources, "-o", f"requirements/{name}.txt")


OPDRACHTEN = {"site": make_site, "test": run_tests, "vernieuw": renew_pins}


def main() -> None:
    """Do what the first argument asks."""
    if sys.version_info < VEREIST:
        say(f"Python {'.'.join(map(str, VEREIST))} of nieuwer is nodig; dit is {sys.version}.")
        sys.exit(2)
    task = OPDRACHTEN.get(sys.argv[1]) if len(sys.argv) > 1 else None
    if task is None:
        say(GEBRUIK)
        sys.exit(2)
    started = time.monotonic()
    make_environment()
    task()
    say(f"Klaar ({time.monotonic() - started:.0f} s).")


if __name__ == "__main__":
    main()
