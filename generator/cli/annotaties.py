"""Findings for GitHub and GitLab: at the changed line, in a summary, and as a report."""

from __future__ import annotations

import hashlib
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import click

from generator import pipeline
from generator.cli.melden import count_findings, name_files
from generator.findings import Ernst, Finding, Groep, Plek, arrange_findings

OPDRACHT = {Ernst.FOUT: "error", Ernst.WAARSCHUWING: "warning", Ernst.TIP: "notice"}
"""Source: docs.github.com, "Workflow commands for GitHub Actions"."""
MEESTE_ANNOTATIES = 10
"""Of each kind in one step; GitHub drops what comes after. Source: the same page, "Limits"."""
GROOTSTE_SAMENVATTING = 500_000
"""Bytes; GitHub refuses a summary of more than 1 MiB."""
ZWAARTE = {Ernst.FOUT: "major", Ernst.WAARSCHUWING: "minor", Ernst.TIP: "info"}
"""Source: docs.gitlab.com, "Code Quality report format"."""
GITHUB_MAP, GITLAB_MAP = "GITHUB_WORKSPACE", "CI_PROJECT_DIR"
"""The variables with which each names the folder of the repository."""
SAMENVATTING = "GITHUB_STEP_SUMMARY"
_OPMAAK = re.compile(r"[^\w\s.,:;/()=+'-]|_")

type_locate = Callable[[str], str]


def locate_in(variable: str, bron: Path, environment: Mapping[str, str]) -> type_locate:
    """Turns the name of a file below `bron` into its path in the repository.

    The programme may lie in a folder of the repository; the environment says where that begins.
    """
    top = Path(environment.get(variable) or bron).resolve()
    here = bron.resolve()
    folder = here.relative_to(top).as_posix() if here.is_relative_to(top) else "."
    return lambda name: name if folder == "." else f"{folder}/{name}"


def place_findings(findings: Iterable[Finding], locate: type_locate) -> tuple[Finding, ...]:
    """The findings with the paths that the files have in the repository."""

    def shift(plek: Plek) -> Plek:
        return replace(plek, bestand=locate(plek.bestand))

    return tuple(
        replace(f, plek=shift(f.plek), hoort_bij=f.hoort_bij and shift(f.hoort_bij))
        for f in findings
    )


def show_in_github(findings: Sequence[Finding], bron: Path) -> None:
    """Print findings as annotations, and add a table to the summary of the job, if there is one."""
    placed = place_findings(findings, locate_in(GITHUB_MAP, bron, os.environ))
    groups = arrange_findings(placed)
    for line in tell_annotations(groups):
        click.echo(line)
    if target := os.environ.get(SAMENVATTING):
        pipeline.append_summary(Path(target), write_summary(placed, groups))


def tell_annotations(groups: Sequence[Groep]) -> Iterator[str]:
    """A line for each mistake that GitHub will show, and one that says what it leaves out.

    Each mistake has one annotation, at the place where to mend it; when there is room left, its
    other places have one too.
    """
    room = dict.fromkeys(Ernst, MEESTE_ANNOTATIES)
    left = 0
    firsts = [(group.eerste, _tell_places(group)) for group in groups]
    others = [(finding, "") for group in groups for finding in group.ook]
    for finding, places in (*firsts, *others):
        if room[finding.ernst]:
            room[finding.ernst] -= 1
            yield _annotate(finding, places)
        else:
            left += 1
    if left:
        yield f"Nog {left} meldingen passen hier niet bij; alles staat in de samenvatting."


def _tell_places(group: Groep) -> str:
    return f" Ook op {len(group.ook)} andere plekken: {name_files(group.ook)}." if group.ook else ""


def _annotate(finding: Finding, places: str) -> str:
    plek = finding.plek
    about = {
        "file": plek.bestand,
        "line": str(plek.regel),
        "col": str(plek.kolom),
        "title": finding.code.value,
    }
    told = ",".join(f"{name}={_escape_property(value)}" for name, value in about.items())
    return f"::{OPDRACHT[finding.ernst]} {told}::{_escape(_tell(finding) + places)}"


def _tell(finding: Finding) -> str:
    """What is wrong and what to type, as sentences."""
    advice = finding.oplossing[:1].upper() + finding.oplossing[1:]
    end = "" if advice.endswith((".", "?", "!")) else "."
    return f"{finding.melding}. {advice}{end}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")


def write_summary(findings: Sequence[Finding], groups: Sequence[Groep]) -> str:
    """The findings as Markdown for the summary of a job; what is too much is counted."""
    if not findings:
        return "### Controle: alles in orde\n\n"
    lines = [
        f"### Controle: {count_findings(findings)}",
        "",
        "Begin bovenaan: dat lost vaak een deel van de rest op.",
        "",
        "| Ernst | Waar | Wat is er | Wat kunt u doen | Melding |",
        "|---|---|---|---|---|",
    ]
    size, shown = 0, 0
    for group in groups:
        row = _write_row(group)
        size += len(row.encode())
        if size > GROOTSTE_SAMENVATTING:
            break
        lines.append(row)
        shown += 1
    if more := len(groups) - shown:
        lines += ["", f"En nog {more} andere. Alles ziet u met: circulair controleer"]
    return "\n".join(lines) + "\n\n"


def _write_row(group: Groep) -> str:
    first = group.eerste
    cells = (
        first.ernst.value,
        str(first.plek)
        + (f" en nog {len(group.ook)}: {name_files(group.ook)}" if group.ook else ""),
        first.melding,
        first.oplossing,
        first.code.value,
    )
    return f"| {' | '.join(map(_escape_cell, cells))} |"


def _escape_cell(text: str) -> str:
    """The text as it is in Markdown: no sign in it formats, links or calls anybody."""
    return _OPMAAK.sub(lambda found: f"&#{ord(found.group())};", text)


def list_quality(findings: Sequence[Finding], bron: Path) -> list[dict[str, object]]:
    """The findings as the objects of a code quality report of GitLab.

    A fingerprint does not hold the line, so that a finding that only moved is no new one.
    """
    placed = place_findings(findings, locate_in(GITLAB_MAP, bron, os.environ))
    seen: Counter[tuple[str, str, str]] = Counter()
    rows: list[dict[str, object]] = []
    for finding in placed:
        key = (finding.code.value, finding.plek.bestand, finding.melding)
        seen[key] += 1
        mark = "\0".join((*key, str(seen[key])))
        rows.append(
            {
                "description": _tell(finding),
                "check_name": finding.code.value,
                "fingerprint": hashlib.sha256(mark.encode()).hexdigest(),
                "severity": ZWAARTE[finding.ernst],
                "location": {
                    "path": finding.plek.bestand,
                    "lines": {"begin": finding.plek.regel},
                },
            }
        )
    return rows
