"""How findings look in a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import click

from generator.findings import Ernst, Finding

KLEUREN = {Ernst.FOUT: "red", Ernst.WAARSCHUWING: "yellow", Ernst.TIP: "cyan"}
MEERVOUD = {Ernst.FOUT: "fouten", Ernst.WAARSCHUWING: "waarschuwingen", Ernst.TIP: "tips"}


def show_findings(findings: Sequence[Finding]) -> None:
    """Print the findings for people: place, what is wrong, what to type; then a count."""
    for finding in findings:
        grade = click.style(finding.ernst.value, fg=KLEUREN[finding.ernst], bold=True)
        click.echo(f"{finding.plek}  {grade}  {finding.code}")
        click.echo(f"    {finding.melding}")
        click.echo(f"    → {finding.oplossing}")
    counts = Counter(finding.ernst for finding in findings)
    told = [
        f"{counts[ernst]} {ernst.value if counts[ernst] == 1 else MEERVOUD[ernst]}"
        for ernst in Ernst
        if counts[ernst]
    ]
    if told:
        click.echo(f"\n{', '.join(told)}.")
