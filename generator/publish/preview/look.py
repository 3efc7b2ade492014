"""A look: what the programme is at one moment, or why it cannot be shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.findings import Ernst, Finding
from generator.present.page import Draft


@dataclass(frozen=True, slots=True)
class Look:
    """One look at the sources.

    Attributes:
        draft: the edition; None when something stops it.
        findings: what was found in the sources.
        lines: the lines of the files that findings name.
        reden: why there is nothing to show, when that is no finding.
        is_bug: the program itself failed.
    """

    draft: Draft | None = None
    findings: Sequence[Finding] = ()
    lines: Mapping[str, Sequence[str]] = field(default_factory=dict)
    reden: str = ""
    is_bug: bool = False

    @property
    def fouten(self) -> Sequence[Finding]:
        """The findings that stop the site."""
        return [finding for finding in self.findings if finding.ernst is Ernst.FOUT]

    def tells_same(self, other: Look | None) -> bool:
        """Whether an advisor reads the same in both."""
        return other is not None and (self.findings, self.reden) == (other.findings, other.reden)
