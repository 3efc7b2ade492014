"""How findings look in a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from generator import pipeline
from generator.cli.bronregel import draw_line, find_line
from generator.findings import GENOEMD, Ernst, Finding, Groep, arrange_findings, list_aantallen

KLEUREN = {Ernst.FOUT: "red", Ernst.WAARSCHUWING: "yellow", Ernst.TIP: "cyan"}
VOLUIT = 20
"""Mistakes that are shown with their source line; of the others, place and sentences."""
MEE = 2
"""Other places of the same mistake that are shown with line and column."""
MEESTE_CODES = 3
"""Kinds of mistakes that the summary of a long report names."""
MEESTE_BESTANDEN = 5
"""Files that are named of all further places."""


def show_findings(
    findings: Sequence[Finding],
    root: Path | None = None,
    anders: Mapping[str, bytes | None] | None = None,
) -> None:
    """Print the findings for people: each mistake once, the causes first; then a summary.

    `root` and `anders` are those with which the findings were made; without them no source line is
    shown.
    """
    if not findings:
        return
    groups = arrange_findings(findings)
    full = [group.eerste for group in groups[:VOLUIT]]
    lines = pipeline.read_source_lines(root, full, anders or {})
    for number, group in enumerate(groups):
        for text in _tell_group(group, find_line(group.eerste, lines) if number < VOLUIT else None):
            click.echo(text)
        click.echo()
    for text in tell_summary(findings, groups):
        click.echo(text)


def show_lines(findings: Sequence[Finding]) -> None:
    """Print each finding on a line of its own, for editors: `.vscode/tasks.json` reads them."""
    for item in findings:
        click.echo(f"{item.plek}: {item.ernst} {item.code}: {item.melding} → {item.oplossing}")
    if findings:
        click.echo(f"{count_findings(findings)}.")


def _tell_group(group: Groep, line: str | None) -> Iterator[str]:
    """The lines about one mistake; `line` is that of the source, if it is to be shown."""
    first = group.eerste
    grade = click.style(first.ernst.value, fg=KLEUREN[first.ernst], bold=True)
    yield f"{first.plek}  {grade}  {first.code}"
    if line is not None:
        yield from draw_line(line, first.plek)
    yield f"    {first.melding}"
    yield f"    → {first.oplossing}"
    for other in group.ook[:MEE]:
        yield f"    ook op {other.plek}{_tell_difference(first, other)}"
    if rest := group.ook[MEE:]:
        yield f"    en nog {len(rest)}: {name_files(rest)}"


def _tell_difference(first: Finding, other: Finding) -> str:
    """What the same sentence names elsewhere; nothing when it is another sentence."""
    is_same = GENOEMD.sub("", first.melding) == GENOEMD.sub("", other.melding)
    named = GENOEMD.findall(other.melding) if is_same and first.melding != other.melding else ()
    return f": {', '.join(named)}" if named else ""


def name_files(findings: Sequence[Finding]) -> str:
    """The files of findings, each once, and not more than a reader takes in."""
    counts = Counter(finding.plek.bestand for finding in findings)
    names = [name if times == 1 else f"{name} ({times} keer)" for name, times in counts.items()]
    if len(names) > MEESTE_BESTANDEN + 1:
        rest = len(names) - MEESTE_BESTANDEN
        return f"{', '.join(names[:MEESTE_BESTANDEN])} en {rest} andere bestanden"
    return ", ".join(names)


def count_findings(findings: Sequence[Finding]) -> str:
    """How many there are of each grade, in words."""
    return ", ".join(list_aantallen(findings))


def tell_summary(findings: Sequence[Finding], groups: Sequence[Groep]) -> Iterator[str]:
    """The last lines: how many, where to begin, and where more is explained."""
    yield f"{count_findings(findings)}."
    codes = list(dict.fromkeys(group.eerste.code for group in groups))
    if len(groups) > VOLUIT:
        counts = Counter(finding.code for finding in findings).most_common(MEESTE_CODES)
        yield f"Het vaakst: {', '.join(f'{times} keer {code}' for code, times in counts)}."
    first = groups[0].eerste
    if len(groups) > 1 and first.ernst is Ernst.FOUT:
        yield f"Begin bovenaan, bij {first.plek}: dat lost vaak een deel van de rest op."
    which = codes[0] if len(codes) == 1 else f"CODE, bijvoorbeeld circulair uitleg {codes[0]}"
    yield f"Meer uitleg: circulair uitleg {which}"


def tell_aantal(number: int, one: str, more: str) -> str:
    """A number with what is counted; `present.formats` does so for pages, and loads more."""
    return f"{number} {one if number == 1 else more}"


def quote_path(path: Path) -> str:
    """A path as people type it in a terminal: between quotes where a space stands in it."""
    return f'"{path}"' if " " in str(path) else str(path)
