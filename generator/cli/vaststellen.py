"""The command `circulair vaststellen`: freeze the stand that everyone sees, with its decision."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.cli.melden import show_findings
from generator.cli.opties import (
    BEVINDINGEN,
    GOED,
    OPTIES,
    Dag,
    bron,
    help_option,
    inspect,
    peildatum_option,
    schrijf_option,
    today,
)
from generator.findings import Ernst
from generator.model.datums import show_datum
from generator.pipeline import Inspection, need_programma
from generator.workbench.stand import Vaststelvoorstel, find_stand, propose_adoption, propose_draft
from generator.workbench.voorstel import write


@click.command(options_metavar=OPTIES)
@bron
@peildatum_option
@click.option("--rapportage", metavar="NAAM", help="Hoe de rapportage heet, met het lidwoord.")
@click.option("--besluit", metavar="NUMMER", help="Nummer van het besluit; daarmee staat het vast.")
@click.option("--besluitdatum", type=Dag(), help="Dag van het besluit (standaard: vandaag).")
@schrijf_option
@help_option
def vaststellen(  # noqa: PLR0913 - an argument for each option
    bron: Path,
    peildatum: date | None,
    rapportage: str | None,
    besluit: str | None,
    besluitdatum: date | None,
    *,
    schrijf: bool,
) -> int:
    """Maak een concept van de stand, of stel die vast met een besluit."""
    if besluitdatum and not besluit:
        message = "noem bij --besluitdatum ook het nummer: --besluit NUMMER"
        raise click.UsageError(message)
    found = inspect(bron, peildatum)
    if found.programma is None:
        show_findings(found.findings, bron)
        click.echo("Herstel eerst deze fouten; daarna kunt u vaststellen.")
        return BEVINDINGEN
    decided = (besluit, besluitdatum or today()) if besluit else None
    made = _propose(bron, found, rapportage, decided)
    _tell(made)
    _warn(found, besluitdatum)
    wrong = [finding for finding in made.findings if finding.ernst is Ernst.FOUT]
    if wrong and not (besluit and made.zonder_toelichting):
        show_findings(wrong, bron, made.changes)
        click.echo("Er is niets geschreven.")
        return BEVINDINGEN
    if besluit and made.zonder_toelichting:
        click.echo(
            "\nEr is niets geschreven. Staat er nog geen bestand voor deze dag, maak dan eerst\n"
            "een concept, met dezelfde opdracht zonder --besluit en met --schrijf."
        )
        return BEVINDINGEN
    if not schrijf:
        click.echo("\nEr is niets geschreven. Klopt het? Voeg --schrijf toe.")
        return GOED
    write(bron, made)
    for name in made.changes:
        click.echo(f"Geschreven: {name}")
    if besluit:
        click.echo(
            "Leg deze bestanden nu vast in git, en geef die versie een naam, bijvoorbeeld\n"
            f"  git tag vastgesteld-{made.stand.id}"
        )
    else:
        click.echo(
            "Vul de toelichtingen aan. Is er een besluit, stel dan vast met --besluit NUMMER."
        )
    return GOED


def _propose(
    bron: Path, found: Inspection, rapportage: str | None, besluit: tuple[str, date] | None
) -> Vaststelvoorstel:
    if besluit:
        # Imported here: reading what is installed takes time that other commands need not wait.
        from importlib.metadata import version  # noqa: PLC0415

        versie = version("circulair-actieprogramma")
        return propose_adoption(bron, found, besluit=besluit, rapportage=rapportage, versie=versie)
    made = propose_draft(bron, found, rapportage)
    if find_stand(need_programma(found), found.peildatum):
        click.echo(
            "Het concept van deze dag wordt opnieuw gemaakt. Toelichtingen en oordelen met\n"
            "met_de_hand blijven; de rest komt uit de gegevens, ook wat u zelf aanpaste.\n"
        )
    return made


def _warn(found: Inspection, besluitdatum: date | None) -> None:
    """What may be a slip of the hand, or keeps everyone from seeing the stand."""
    if besluitdatum and besluitdatum < found.peildatum:
        click.echo("Let op: het besluit is van voor de dag van de stand; klopt de datum?")
    if need_programma(found).is_concept:
        click.echo(
            "Let op: het programma zelf is nog een concept (besluitstatus in\n"
            "data/programma.yaml); de openbare versie wordt daarom niet gebouwd."
        )


def _tell(made: Vaststelvoorstel) -> None:
    """What the stand says, and what is still to be written in it."""
    stand = made.stand
    what = "Concept van de stand" if stand.concept else f"Besluit {stand.besluitnummer}: de stand"
    click.echo(f"{what} per {show_datum(stand.datum)}: {stand.rapportage}.")
    click.echo(f"Acties: {len(stand.acties)}. Indicatoren: {len(stand.indicatoren)}.")
    if made.zonder_toelichting:
        click.echo("\nHier wordt om een besluit gevraagd en staat nog niet wat er wordt gedaan:")
        for name in made.zonder_toelichting:
            click.echo(f"  {name}")
        click.echo(f"Schrijf daar toelichting: ... in data/vastgesteld/{stand.id}.yaml.")
