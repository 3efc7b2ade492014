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
OPENBAAR = "Ook een openbaar concept: circulair bouw --concept."


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
    pipeline.help_editor(bron, found)
    show_findings(found.findings, bron)
    if found.programma is None:
        click.echo("Er is niets gebouwd; was er al een site, dan staat die er nog.")
        return BEVINDINGEN
    edities = list(Editie) if editie == ALLE else [Editie(editie)]
    targets = pipeline.choose_targets(bron, doel, edities)
    if found.programma.is_concept and editie == ALLE and not concept:
        targets = _leave_out_public(targets, found.programma.gegevens.besluitstatus)
    elif not concept:
        remedy = f"Alleen het intranet: circulair bouw --editie intern. {OPENBAAR}"
        pipeline.refuse_concept(found.programma, targets, remedy)
    pipeline.refuse_unlinked(found.programma, targets)
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    beelden = not zonder_beelden and os.environ.get("CIRCULAIR_BEELDEN") != "0"
    # Imported here: whoever only asks for help need not wait for it.
    from generator.history import recall  # noqa: PLC0415

    leaks = pipeline.build(
        bron.absolute(),
        found,
        targets,
        report=click.echo,
        beelden=beelden,
        historie=recall(bron, found) if Editie.INTERN in targets else None,
    )
    if leaks:
        show_findings(leaks, bron)
        click.echo("Er is niets geplaatst; was er al een site, dan staat die er nog.")
        return BEVINDINGEN
    click.echo(f"Klaar in {time.monotonic() - started:.1f} s. Open in de browser:")
    for item, target in targets.items():
        click.echo(f"  {item.value:8} {target / 'index.html'}")
    return GOED


def _leave_out_public(targets: dict[Editie, Path], status: str) -> dict[Editie, Path]:
    """The places without that of the public edition of a concept, which nobody asked for by name.

    Says so, and what becomes of a public edition that stands there from before.
    """
    kept = dict(targets)
    old = kept.pop(Editie.PUBLIEK)
    click.echo(
        f"Alleen de intranetversie wordt gebouwd: het programma is nog niet vastgesteld "
        f"(besluitstatus: {status} in data/programma.yaml). {OPENBAAR}"
    )
    if old.exists():
        click.echo(f"Let op: {old} is van een eerdere bouw en blijft zoals het was.")
    return kept
