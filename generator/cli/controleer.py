"""The command `circulair controleer`: everything that is wrong, in one run."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from generator.cli.melden import show_findings
from generator.cli.opties import (
    BEVINDINGEN,
    GOED,
    OPTIES,
    bron,
    help_option,
    inspect,
    peildatum_option,
)
from generator.findings import has_fout


@click.command(options_metavar=OPTIES)
@bron
@click.option("--vorm", type=click.Choice(["tekst", "json"]), default="tekst", help="Uitvoer.")
@peildatum_option
@help_option
def controleer(bron: Path, vorm: str, peildatum: date | None) -> int:
    """Controleer alle gegevens; er wordt niets geschreven."""
    found = inspect(bron, peildatum)
    if vorm == "json":
        rows = [finding.as_dict() for finding in found.findings]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        show_findings(found.findings)
        if found.programma:
            programma = found.programma
            counted = {
                "actie acties": programma.acties,
                "indicator indicatoren": programma.indicatoren,
                "team teams": programma.teams,
                "thema thema's": programma.themas,
            }
            told = (
                f"{len(rows)} {words.split()[len(rows) != 1]}" for words, rows in counted.items()
            )
            click.echo(f"In orde: {', '.join(told)}.")
    return BEVINDINGEN if has_fout(found.findings) else GOED
