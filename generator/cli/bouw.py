"""The command `circulair bouw`: both editions, or none."""

from __future__ import annotations

import os
import time
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

ALLE = "alle"


@click.command(options_metavar=OPTIES)
@bron
@click.option(
    "--doel",
    type=click.Path(path_type=Path),
    metavar="MAP",
    help="Map voor de site (site in bron).",
)
@click.option("--editie", type=choose_editie(ALLE), default=ALLE, help="Welke versie (alle).")
@peildatum_option
@click.option(
    "--concept", is_flag=True, help="Bouw ook een openbaar concept; elke pagina zegt het."
)
@click.option(
    "--zonder-beelden",
    is_flag=True,
    help="Teken de grafieken niet vooraf; de browser van de lezer doet dat.",
)
@help_option
def bouw(  # noqa: PLR0913 - an argument for each option
    bron: Path,
    doel: Path | None,
    editie: str,
    peildatum: date | None,
    *,
    concept: bool,
    zonder_beelden: bool,
) -> int:
    """Controleer en bouw de site; bij fouten blijft de vorige site staan."""
    started = time.monotonic()
    found = inspect(bron, peildatum)
    show_findings(found.findings)
    if found.programma is None:
        click.echo("Er is niets gebouwd; de vorige site staat er nog.")
        return BEVINDINGEN
    edities = list(Editie) if editie == ALLE else [Editie(editie)]
    if not concept:
        remedy = (
            "Alleen het intranet: circulair bouw --editie intern. "
            "Ook een openbaar concept: circulair bouw --concept."
        )
        pipeline.refuse_concept(found.programma, edities, remedy)
    pipeline.refuse_unlinked(found.programma, edities)
    targets = pipeline.choose_targets(bron, doel, edities)
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    beelden = not zonder_beelden and os.environ.get("CIRCULAIR_BEELDEN") != "0"
    leaks = pipeline.build(bron.absolute(), found, targets, report=click.echo, beelden=beelden)
    if leaks:
        show_findings(leaks)
        click.echo("Er is niets geplaatst; de vorige site staat er nog.")
        return BEVINDINGEN
    click.echo(f"Klaar in {time.monotonic() - started:.1f} s. Open in de browser:")
    for item, target in targets.items():
        click.echo(f"  {item.value:8} {target / 'index.html'}")
    return GOED
