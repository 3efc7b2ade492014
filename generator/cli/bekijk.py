"""The command `circulair bekijk`: a preview that follows what is saved."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator import pipeline
from generator.cli.melden import show_findings
from generator.cli.opties import (
    BEVINDINGEN,
    GOED,
    OPTIES,
    bron,
    choose_editie,
    help_option,
    inspect,
    peildatum_option,
)
from generator.model.basis import Editie


@click.command(options_metavar=OPTIES)
@bron
@click.option("--editie", type=choose_editie(), default=Editie.INTERN.value, help="Welke versie.")
@peildatum_option
@click.option(
    "--adres",
    default="127.0.0.1:8000",
    metavar="IP:POORT",
    help="Adres van het voorbeeld (127.0.0.1:8000).",
)
@help_option
def bekijk(bron: Path, editie: str, peildatum: date | None, adres: str) -> int:
    """Toon een voorbeeld dat zichzelf ververst als u een bestand opslaat."""
    found = inspect(bron, peildatum)
    show_findings(found.findings)
    if found.programma is None:
        click.echo("Herstel eerst deze fouten; daarna start het voorbeeld.")
        return BEVINDINGEN
    pipeline.preview(bron.absolute(), Editie(editie), peildatum, adres)
    return GOED
