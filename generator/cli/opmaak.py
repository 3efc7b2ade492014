"""The command `circulair opmaak`: all files in the same form, and no value changed."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.melden import tell_aantal
from generator.cli.opties import OPTIES, bron, help_option, schrijf_option
from generator.cli.schrijven import write_if_asked
from generator.workbench.onderhoud import Opmaakvoorstel, propose_form


@click.command(options_metavar=OPTIES)
@bron
@schrijf_option
@help_option
def opmaak(bron: Path, *, schrijf: bool) -> int:
    """Geef alle bestanden dezelfde vorm; waarden blijven gelijk.

    Het gaat om tekens uit oude Windows-programma's, regeleinden, spaties, lege regels en de
    volgorde van velden. Opmerkingen verhuizen mee. Bestanden van anderen blijven zoals ze kwamen.
    """
    made = propose_form(bron)
    _tell(made)
    return write_if_asked(bron, made, schrijf=schrijf)


def _tell(made: Opmaakvoorstel) -> None:
    """What changes in which file, and which files stay as they are."""
    kept = {name: file.laten for name, file in made.bestanden.items() if file.laten}
    if not made.changes:
        alle = "Alle andere bestanden" if kept else "Alle bestanden"
        click.echo(f"{alle} staan al in de goede vorm.")
    else:
        told = tell_aantal(len(made.changes), "bestand krijgt", "bestanden krijgen")
        click.echo(f"{told} de gewone vorm; er verandert geen enkele waarde:")
    width = max(map(len, made.changes), default=0)
    for name in made.changes:
        file = made.bestanden[name]
        lines = tell_aantal(file.regels, "regel", "regels")
        click.echo(f"  {name:{width}}  {lines:>12}  {', '.join(file.gedaan)}")
    if kept:
        click.echo("\nHier is niet alles opgemaakt:")
        for name, laten in kept.items():
            click.echo(f"  {name}: {laten}")
