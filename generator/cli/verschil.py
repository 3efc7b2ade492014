"""The command `circulair verschil`: what changed since an earlier version."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.opties import GOED, OPTIES, bron, choose_editie, help_option, today
from generator.findings import show_safely
from generator.model.basis import Editie

VORMEN = ("tekst", "markdown", "json")


@click.command(options_metavar=OPTIES)
@bron
@click.option(
    "--sinds",
    metavar="VERSIE",
    help="Tag, commit, dag (JJJJ-MM-DD), archief of stand; standaard de laatst vastgestelde.",
)
@click.option("--vorm", type=click.Choice(VORMEN), default="tekst", help="Uitvoer (tekst).")
@click.option(
    "--editie", type=choose_editie(), default=Editie.INTERN.value, help="Voor wie (intern)."
)
@help_option
def verschil(bron: Path, sinds: str | None, vorm: str, editie: str) -> int:
    """Vertel wat er is veranderd sinds een eerdere versie."""
    # Imported here: it loads what writes Dutch dates, which no other command must wait for.
    from generator import history  # noqa: PLC0415

    report = history.compare_with(bron, sinds, editie=Editie(editie), today=today())
    told = history.write_verslag(report, vorm)
    click.echo("\n".join(map(show_safely, told.splitlines())) if vorm == "tekst" else told)
    return GOED
