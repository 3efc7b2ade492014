"""The long run: `python -m tests.fuzz 20000 [--seed N] [--from N] [--keep FOLDER]`.

A worker does the cases, so that a crash of the interpreter or a case without end is a result too;
the parent notes it and goes on behind it. Inputs that broke a promise are kept as files.
"""

from __future__ import annotations

import argparse
import faulthandler
import json
import resource
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path
from types import FrameType

from generator.model.basis import Editie
from tests.fuzz.cases import Cases, laid
from tests.fuzz.promises import (
    assert_findings_only,
    assert_pages,
    assert_prose,
    assert_settings,
)

SLOWEST_CASE = 20
"""Seconds of the processor; an ordinary case takes a fiftieth of one."""
HARD_LIMIT = 180
MEMORY = 3 * 2**30
PAGES_EVERY = 16


class TooSlowError(Exception):
    """A case took longer than `SLOWEST_CASE`."""


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _stop(_: int, __: FrameType | None) -> None:
    raise TooSlowError


def judge(root: Path, name: str, number: int) -> tuple[str, list[str]]:
    """How the programme in `root` ends, and the kinds of findings on the way."""
    if name == "mkdocs.yml":
        assert_settings(root)
        return "instellingen", []
    found = assert_findings_only(root)
    codes = sorted({finding.code.value for finding in found.findings})
    if found.programma is None:
        return "fout", codes
    assert_prose(found, name.removeprefix("content/").removesuffix(".md"))
    if number % PAGES_EVERY:
        return "goed", codes
    assert_pages(found, list(Editie)[number // PAGES_EVERY % 2])
    return "pagina's", codes


def work(options: argparse.Namespace) -> None:
    """Run cases one after the other, and write a line of JSON for each on stdout."""
    signal.signal(signal.SIGPROF, _stop)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    cases = Cases(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        for number in range(options.start, options.start + options.count):
            broken = cases.make(number)
            say(json.dumps({"begin": number}))
            faulthandler.dump_traceback_later(HARD_LIMIT, exit=True)
            signal.setitimer(signal.ITIMER_PROF, SLOWEST_CASE)
            begun, told, ended = time.process_time(), "", "stuk"
            codes: list[str] = []
            try:
                with laid(Path(folder, "programma"), broken) as root:
                    ended, codes = judge(root, broken.name, number)
            except BaseException:  # noqa: BLE001 - whatever it is, it is a result
                told = traceback.format_exc()
            finally:
                signal.setitimer(signal.ITIMER_PROF, 0)
                faulthandler.cancel_dump_traceback_later()
            took = time.process_time() - begun
            row = {"end": number, "took": took, "told": told, "codes": codes, "how": ended}
            say(json.dumps(row))


def keep(options: argparse.Namespace, number: int, told: str) -> None:
    """Save the input of a case with what it did."""
    options.keep.mkdir(parents=True, exist_ok=True)
    broken = Cases(options.seed).make(number)
    name = f"{options.seed}-{number}-{broken.name.replace('/', '+')}"
    (options.keep / name).write_bytes(broken.content)
    (options.keep / f"{name}.why").write_text(told, encoding="utf-8")
    say(f"  case {number} ({broken.name}): {told.strip().splitlines()[-1][:150]}")


def run(options: argparse.Namespace) -> int:
    """Run all cases in workers; returns how many broke a promise."""
    begun, failed, done = time.perf_counter(), 0, 0
    slowest: list[tuple[float, int]] = []
    codes: Counter[str] = Counter()
    ends: Counter[str] = Counter()
    start, last = options.start, options.start + options.count
    while start < last:
        command = [sys.executable, "-m", "tests.fuzz", str(last - start), "--worker"]
        command += ["--from", str(start), "--seed", str(options.seed)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as worker:
            assert worker.stdout is not None
            assert worker.stderr is not None
            busy = -1
            for line in worker.stdout:
                row = json.loads(line)
                if "begin" in row:
                    busy = row["begin"]
                    continue
                start, busy, done = row["end"] + 1, -1, done + 1
                slowest = sorted([*slowest, (row["took"], row["end"])], reverse=True)[:5]
                codes.update(row["codes"])
                ends[row["how"]] += 1
                if row["told"]:
                    failed += 1
                    keep(options, row["end"], row["told"])
                if done % 1000 == 0:
                    rate = done / (time.perf_counter() - begun)
                    say(f"{done} cases, {failed} broke a promise, {rate:.0f} a second")
            died = worker.stderr.read().decode("utf-8", "replace")
        if busy >= 0:
            failed, done, start = failed + 1, done + 1, busy + 1
            keep(options, busy, f"{died}\nthe worker died with {worker.returncode}")
        elif start < last:
            say(died)
            return failed + 1
    took = time.perf_counter() - begun
    say(f"{done} cases in {took:.0f} s ({done / took:.0f} a second), {failed} broke a promise")
    say(f"how they ended: {dict(ends)}; kinds of findings seen: {len(codes)}")
    say(f"slowest (seconds, case): {[(round(took, 2), number) for took, number in slowest]}")
    return failed


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--from", dest="start", type=int, default=0)
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir(), "circulair-fuzz"))
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        work(options)
    else:
        sys.exit(1 if run(options) else 0)


if __name__ == "__main__":
    main()
