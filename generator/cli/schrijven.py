"""The end of a command that changes sources: it shows first, and writes when that was asked."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.melden import tell_aantal
from generator.cli.opties import GOED
from generator.workbench.voorstel import Voorstel, write


def write_if_asked(bron: Path, made: Voorstel, *, schrijf: bool) -> int:
    """Write a change that was shown, if asked, and tell what happened; returns the exit code."""
    if made.changes and schrijf:
        write(bron, made)
        click.echo(f"\nGeschreven: {tell_aantal(len(made.changes), 'bestand', 'bestanden')}.")
    elif made.changes:
        click.echo("\nEr is niets geschreven. Klopt het? Voeg --schrijf toe.")
    return GOED
