"""The command `circulair bekijk`: a preview that follows what is saved."""

from __future__ import annotations

import webbrowser
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

import click

from generator.cli.melden import count_findings, show_findings
from generator.cli.opties import (
    GOED,
    OPTIES,
    bron,
    choose_editie,
    help_option,
    peildatum_option,
    today,
)
from generator.findings import Ernst, Finding
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
@click.option("--openen", is_flag=True, help="Open het voorbeeld meteen in de browser.")
@help_option
def bekijk(bron: Path, editie: str, peildatum: date | None, adres: str, *, openen: bool) -> int:
    """Toon een voorbeeld dat zichzelf ververst als u een bestand opslaat."""
    # Imported here: whoever only asks for help need not wait for it.
    from generator.history import recall  # noqa: PLC0415
    from generator.workbench import voorbeeld  # noqa: PLC0415

    root = bron.absolute()
    look = voorbeeld.open_look(
        root,
        Editie(editie),
        asked=peildatum,
        today=today,
        look_back=partial(recall, root),
    )
    voorbeeld.preview(
        root,
        look,
        adres=adres,
        tell=partial(_tell, root),
        report=click.echo,
        on_start=lambda url: _start(url, openen=openen),
    )
    return GOED


def _start(url: str, *, openen: bool) -> None:
    """What happens as soon as there is a page."""
    click.echo(f"Open {url} in de browser.")
    if openen:
        webbrowser.open_new_tab(url)


def _tell(bron: Path, findings: Sequence[Finding]) -> None:
    """What must be mended, with its place; of the rest only how many, for the page has them."""
    if fouten := [finding for finding in findings if finding.ernst is Ernst.FOUT]:
        show_findings(fouten, bron)
    elif findings:
        click.echo(f"{count_findings(findings)}: zie /_bevindingen in het voorbeeld.")
    else:
        click.echo("Geen bevindingen.")
