"""The command `circulair start`: a new programme for another organisation."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

import click
from pydantic_core import PydanticCustomError

from generator.cli.melden import quote_path, show_findings
from generator.cli.opties import BEVINDINGEN, GOED, OPTIES, help_option, today
from generator.cli.vragen import ask, is_interactive, tell_refusal
from generator.findings import Code
from generator.model.begin import (
    EINDJAAR,
    SOORTEN,
    Antwoorden,
    guess_soort,
    parse_naam,
    parse_soort,
    propose_contact,
    propose_naam,
)
from generator.model.datums import parse_jaar
from generator.model.waarden import WaardeError, parse_postbus
from generator.workbench.records import propose_programme
from generator.workbench.voorstel import write

DUUR = 3
"""Years between the first and the last that a new programme proposes: four in all."""

type_answer = TypeVar("type_answer")
type_parse = Callable[[str], type_answer]


@click.command(options_metavar=OPTIES)
@click.argument("map", type=click.Path(path_type=Path), metavar="MAP")
@click.option("--naam", metavar="NAAM", help="Naam van de organisatie, zoals Gemeente Testdam.")
@click.option("--soort", metavar="SOORT", help=f"Een van: {', '.join(SOORTEN)}.")
@click.option("--contact", metavar="MAILADRES", help="Postbus voor vragen; geen persoon.")
@click.option("--van", metavar="JAAR", help="Eerste jaar van het programma.")
@click.option("--tot", metavar="JAAR", help="Laatste jaar van het programma.")
@click.option("--eindjaar", metavar="JAAR", help=f"Jaar van de eindambitie ({EINDJAAR}).")
@click.option("--stil", is_flag=True, help="Vraag niets; doe zelf een voorstel voor de rest.")
@help_option
def start(map: Path, *, stil: bool, **given: str | None) -> int:  # noqa: A002 - the user's word
    """Begin een nieuw programma in een lege MAP."""
    is_asking = not stil and is_interactive()
    if not (stil or is_asking):
        click.echo("Er kan niets gevraagd worden. Wat u niet met een optie noemt, is een voorstel.")
    antwoorden = _ask_all(given, today(), is_asking=is_asking)
    voorstel = propose_programme(map, antwoorden)
    show_findings(voorstel.findings, None, voorstel.changes)
    if not voorstel.is_good:
        click.echo("Er is niets geschreven. Begin opnieuw met een andere naam.")
        return BEVINDINGEN
    write(map, voorstel)
    click.echo(
        f"In {map} staat nu een programma voor {antwoorden.naam} ({len(voorstel.changes)} "
        "bestanden). De acties en getallen zijn voorbeelden."
    )
    click.echo("\nDe volgende stappen:")
    click.echo(f"  1. Ga naar de map:           cd {quote_path(map)}")
    click.echo("  2. Bouw de site en kijk:     circulair bouw")
    click.echo("  3. Zet uw eerste actie erin: circulair nieuw actie")
    click.echo("\nREADME.md in die map zegt hoe u verdergaat: elke dag, samen, en publiceren.")
    return GOED


def _ask_all(given: dict[str, str | None], day: date, *, is_asking: bool) -> Antwoorden:
    """All answers: what was given as an option, else asked, else proposed."""

    def answer(
        optie: str, vraag: str, parse: type_parse[type_answer], voorstel: str
    ) -> type_answer:
        typed = given[optie]
        if typed is None and is_asking:
            return ask(vraag, parse, voorstel)
        try:
            return parse(voorstel if typed is None else typed)
        except PydanticCustomError as error:
            message = f"--{optie}: {tell_refusal(error)}"
            raise click.UsageError(message) from error

    voorbeeld = propose_naam(given["soort"] or SOORTEN[0])
    naam = answer("naam", "Naam van de organisatie", parse_naam, voorbeeld)
    voorstel = guess_soort(naam)
    soort = answer("soort", f"Soort: {', '.join(SOORTEN)}", parse_soort, voorstel)
    contact = answer(
        "contact",
        "Mailadres voor vragen (een postbus, geen persoon)",
        parse_postbus,
        propose_contact(naam, soort),
    )
    van = answer("van", "Eerste jaar van het programma", parse_jaar, str(day.year + 1))
    last = max(van, day.year)
    tot = answer("tot", "Laatste jaar", _from(last), str(last + DUUR))
    eindjaar = answer(
        "eindjaar", "Jaar waarin alles circulair moet zijn", _from(van), str(max(EINDJAAR, van))
    )
    return Antwoorden(
        soort, naam, contact, van, tot, eindjaar, day, version("circulair-actieprogramma")
    )


def _from(first: int) -> type_parse[int]:
    """A parser of years that are not before `first`."""

    def parse(text: str) -> int:
        jaar = parse_jaar(text)
        if jaar < first:
            raise WaardeError(Code.DATUM_ONGELDIG, f"{jaar} is te vroeg", f"kies {first} of later")
        return jaar

    return parse
