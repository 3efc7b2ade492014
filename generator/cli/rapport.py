"""The command `circulair rapport`: what an information manager looks after."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from generator.check.rapport import VRAGEN, Onderwerp
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
from generator.model.datums import show_datum
from generator.workbench.rapport import report


@click.command(options_metavar=OPTIES)
@bron
@click.option(
    "--over",
    type=click.Choice([name for name, *_ in VRAGEN]),
    multiple=True,
    help="Alleen dit onderwerp; mag vaker.",
)
@click.option(
    "--vorm", type=click.Choice(["tekst", "markdown", "json"]), default="tekst", help="Uitvoer."
)
@peildatum_option
@help_option
def rapport(bron: Path, over: Sequence[str], vorm: str, peildatum: date | None) -> int:
    """Toon persoonsgegevens, beelden, toestemmingen en wat op een team wacht."""
    found = inspect(bron, peildatum)
    if found.programma is None:
        show_findings(found.findings, bron)
        click.echo("Herstel eerst deze fouten; daarna is het rapport te maken.")
        return BEVINDINGEN
    onderwerpen = [item for item in report(found) if not over or item.id in over]
    if vorm == "json":
        click.echo(json.dumps(_as_json(onderwerpen), ensure_ascii=False, indent=2))
    else:
        _show(onderwerpen, found.peildatum, is_markdown=vorm == "markdown")
    return GOED


def _as_json(onderwerpen: Sequence[Onderwerp]) -> list[dict[str, object]]:
    return [
        {
            "onderwerp": item.id,
            "regels": [
                {"bestand": regel.plek.bestand, "regel": regel.plek.regel, "tekst": regel.tekst}
                for regel in item.regels
            ],
        }
        for item in onderwerpen
    ]


def _show(onderwerpen: Sequence[Onderwerp], peildatum: date, *, is_markdown: bool) -> None:
    heading, sub, dash = ("# ", "## ", "- ") if is_markdown else ("", "", "  ")
    click.echo(f"{heading}Rapport per {show_datum(peildatum)}")
    for item in onderwerpen:
        count = f" ({len(item.regels)})" if item.regels else ""
        click.echo(f"\n{sub}{click.style(item.kop + count, bold=not is_markdown)}")
        click.echo(f"\n{item.uitleg}\n" if is_markdown else item.uitleg)
        for regel in item.regels:
            place = f"{regel.plek.bestand}:{regel.plek.regel}"
            click.echo(
                f"{dash}`{place}` {regel.tekst}" if is_markdown else f"  {place}  {regel.tekst}"
            )
        if not item.regels:
            click.echo(f"{dash}{item.geen}")
