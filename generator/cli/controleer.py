"""The command `circulair controleer`: everything that is wrong, in one run."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import click

from generator import pipeline
from generator.cli.annotaties import list_quality, show_in_github
from generator.cli.melden import show_findings, show_lines
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
from generator.model.programma import Programma

VORMEN = ("tekst", "regel", "json", "github", "gitlab")


@click.command(options_metavar=OPTIES)
@bron
@click.option(
    "--vorm",
    type=click.Choice(VORMEN),
    default="tekst",
    metavar="VORM",
    help="tekst (standaard), regel (voor editors), json, github (bij de regel) of gitlab.",
)
@peildatum_option
@help_option
def controleer(bron: Path, vorm: str, peildatum: date | None) -> int:
    """Controleer alle gegevens; er verandert niets aan."""
    found = inspect(bron, peildatum)
    pipeline.help_editor(bron, found)
    if vorm == "json":
        _show_json([finding.as_dict() for finding in found.findings])
    elif vorm == "gitlab":
        _show_json(list_quality(found.findings, bron))
    else:
        if vorm == "github":
            show_in_github(found.findings, bron)
        elif vorm == "regel":
            show_lines(found.findings)
        else:
            show_findings(found.findings, bron)
        if found.programma:
            click.echo(_tell_counts(found.programma))
    return BEVINDINGEN if has_fout(found.findings) else GOED


def _show_json(rows: Sequence[Mapping[str, object]]) -> None:
    click.echo(json.dumps(rows, ensure_ascii=False, indent=2))


def _tell_counts(programma: Programma) -> str:
    """How much was checked."""
    counted = {
        "actie acties": programma.acties,
        "indicator indicatoren": programma.indicatoren,
        "team teams": programma.teams,
        "thema thema's": programma.themas,
    }
    told = (f"{len(rows)} {words.split()[len(rows) != 1]}" for words, rows in counted.items())
    return f"In orde: {', '.join(told)}."
