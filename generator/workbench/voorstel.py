"""A change that is judged before it is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.findings import Finding, has_fout
from generator.publish.bronnen import write_sources

type_changes = Mapping[str, bytes | None]


@dataclass(frozen=True, slots=True)
class Voorstel:
    """A change that was not written yet.

    Attributes:
        changes: by name, the bytes of each file that changes; None is a file that goes.
        findings: what is wrong with the programme once it is changed.
    """

    changes: type_changes
    findings: tuple[Finding, ...]

    @property
    def is_good(self) -> bool:
        """Whether the change can be written."""
        return not has_fout(self.findings)


def find_new(before: Iterable[Finding], after: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that were not there before; one that only moved to another line was there."""
    known = Counter((f.code, f.plek.bestand, f.melding) for f in before)
    found = []
    for finding in after:
        key = (finding.code, finding.plek.bestand, finding.melding)
        if not known[key]:
            found.append(finding)
        known[key] -= known[key] > 0
    return tuple(found)


def write(root: Path, voorstel: Voorstel) -> None:
    """Write a change: all of it, or nothing.

    Raises:
        GeneratorError: a file cannot be written; nothing has changed.
    """
    write_sources(root, voorstel.changes)
