"""The command `circulair bevestig`: say of many actions at once that their stand is right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import click

from generator.cli.melden import show_findings
from generator.cli.opties import (
    BEVINDINGEN,
    Dag,
    bron,
    help_option,
    inspect,
    peildatum_option,
    schrijf_option,
    today,
)
from generator.cli.schrijven import write_if_asked
from generator.findings import GeneratorError
from generator.model.acties import Actie
from generator.model.datums import show_datum
from generator.model.gelijkenis import find_closest
from generator.model.programma import Programma
from generator.workbench.onderhoud import (
    Bevestigvoorstel,
    list_lopende,
    propose_confirmation,
)


@click.command(options_metavar="[ACTIE ...] [OPTIES]")
@click.argument("nummers", nargs=-1, metavar="")
@bron
@click.option("--team", metavar="TEAM", help="Alle lopende acties van dit team.")
@click.option("--alles", is_flag=True, help="Alle lopende acties.")
@click.option("--op", type=Dag(), help="Dag van de bevestiging (standaard: vandaag).")
@peildatum_option
@schrijf_option
@help_option
def bevestig(  # noqa: PLR0913 - an argument for each option
    nummers: Sequence[str],
    bron: Path,
    team: str | None,
    op: date | None,
    peildatum: date | None,
    *,
    alles: bool,
    schrijf: bool,
) -> int:
    """Bevestig dat de stand van acties nog klopt.

    Noem acties (A-0001 A-0002), een team of alles. De dag komt bij gecontroleerd_op te staan; in
    elk bestand verandert een regel.
    """
    if bool(nummers) + bool(team) + alles != 1:
        message = "noem acties (A-0001 A-0002), of --team TEAM, of --alles"
        raise click.UsageError(message)
    if op and op > today():
        message = f"{show_datum(op)} moet nog komen; kies vandaag of een eerdere dag"
        raise click.BadParameter(message, param_hint="--op")
    found = inspect(bron, peildatum)
    if nummers:
        acties = _choose(found.gelezen, nummers)
    else:
        if team:
            _refuse_unknown("Het team", team, [one.id for one in found.gelezen.teams])
        acties = list_lopende(found.gelezen, team)
    made = propose_confirmation(bron, found, acties, op or today())
    _tell(made, found.gelezen)
    if made.findings:
        show_findings(made.findings, bron, made.changes)
        click.echo("Er is niets geschreven.")
        return BEVINDINGEN
    return write_if_asked(bron, made, schrijf=schrijf)


def _choose(programma: Programma, nummers: Sequence[str]) -> tuple[Actie, ...]:
    """The actions of these numbers, each once."""
    known = {actie.id: actie for actie in programma.acties}
    for nummer in nummers:
        _refuse_unknown("De actie", nummer, known)
    return tuple(known[nummer] for nummer in dict.fromkeys(nummers))


def _refuse_unknown(what: str, name: str, known: Iterable[str]) -> None:
    if name not in known:
        likely = find_closest(name, known)
        meant = f" Bedoelt u {likely}?" if likely else ""
        message = f"{what} '{name}' is er niet, of is niet te lezen.{meant} Er is niets veranderd."
        raise GeneratorError(message)


def _tell(made: Bevestigvoorstel, programma: Programma) -> None:
    """Each action with its owner, and the day that comes in the place of which other."""
    teams = {team.id: team.naam for team in programma.teams}
    if not made.acties:
        click.echo("Hier lopen geen acties; er is niets te bevestigen.")
    for actie in made.acties:
        click.echo(f"{actie.id}  {actie.titel}")
        eigenaar = teams.get(actie.eigenaar_team or "", actie.eigenaar_team or "geen eigenaar")
        earlier = actie.gecontroleerd_op
        old = show_datum(earlier) if earlier else "nog nooit bevestigd"
        if earlier == made.datum:
            change = f"{old}: staat er al"
        elif earlier and earlier > made.datum:
            change = f"{old} → {show_datum(made.datum)} (let op: dat is eerder)"
        else:
            change = f"{old} → {show_datum(made.datum)}"
        click.echo(f"        {eigenaar}; {change}")
    if made.acties and not made.changes:
        click.echo("Er verandert niets.")
