"""The commands `circulair excel uit` and `in`: actions and measurements by way of Excel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from generator.cli.melden import quote_path, show_findings, tell_aantal
from generator.cli.opties import (
    BEVINDINGEN,
    GOED,
    OPTIES,
    bron,
    help_option,
    inspect,
    peildatum_option,
    schrijf_option,
    today,
)
from generator.findings import Ernst, Finding, GeneratorError, has_fout
from generator.workbench.excel import (
    Invoer,
    read_workbook,
    refuse_workbook,
    write_input,
    write_workbook,
)

NAAM = "actieprogramma.xlsx"
GROOTST = 10_000_000
"""Bytes of a workbook that are read; a programme of 600 actions has less than a tenth."""


@click.group(options_metavar="", subcommand_metavar="OPDRACHT [OPTIES]")
@help_option
def excel() -> None:
    """Werk acties en metingen bij in Excel."""


@excel.command(options_metavar=OPTIES, short_help="Zet acties en metingen in een Excelbestand.")
@click.argument("bestand", type=click.Path(path_type=Path), default=NAAM, metavar="[BESTAND.xlsx]")
@bron
@click.option("--vervang", is_flag=True, help="Vervang een Excelbestand dat er al is.")
@peildatum_option
@help_option
def uit(bestand: Path, bron: Path, vervang: bool, peildatum: date | None) -> int:
    """Zet acties en metingen in een Excelbestand; in data verandert niets.

    Zonder naam heet het bestand actieprogramma.xlsx. Lees het terug met circulair excel in.
    """
    refuse_workbook(bestand, bron, replace=vervang)
    found = inspect(bron, peildatum)
    if has_fout(found.findings):
        show_findings(found.findings, bron)
        click.echo("Er is geen Excelbestand gemaakt. Herstel eerst de fouten.")
        return BEVINDINGEN
    counts = write_workbook(bestand, bron, found)
    click.echo(
        f"{bestand} is gemaakt, met {tell_aantal(counts['Acties'], 'actie', 'acties')} en "
        f"{tell_aantal(counts['Metingen'], 'meting', 'metingen')}. In data is niets veranderd."
    )
    click.echo("Er staat ook in wat alleen voor het intranet is.")
    words = f"circulair excel in {quote_path(bestand)}"
    words += f" --bron {quote_path(bron)}" if bron != Path() else ""
    click.echo(f"Klaar in Excel? Sla op en kijk wat er verandert: {words}")
    return GOED


@excel.command("in", options_metavar=OPTIES, short_help="Lees een Excelbestand terug in data.")
@click.argument("bestand", type=click.Path(path_type=Path), metavar="BESTAND.xlsx")
@bron
@schrijf_option
@peildatum_option
@help_option
def lees_in(bestand: Path, bron: Path, schrijf: bool, peildatum: date | None) -> int:
    """Lees een Excelbestand terug in data; zonder --schrijf ziet u alleen wat er verandert.

    Het vergelijkt drie dingen: wat er in Excel ging, wat er nu in data staat, en wat er nu in Excel
    staat. Is een cel op beide plekken veranderd, dan kiest u eerst.
    """
    content = _read(bestand)
    invoer = read_workbook(bron, content, asked=peildatum, today=today())
    if told := "\n".join(_tell(invoer)).lstrip("\n"):
        click.echo(told)
    if not invoer.is_vrij:
        click.echo("\nEr is niets geschreven. Herstel eerst wat hierboven staat.")
        return BEVINDINGEN
    files = invoer.voorstel.bestanden
    if not files:
        click.echo(
            "Verder geen verschillen. Lees wat hierboven staat."
            if invoer.voorstel.opmerkingen
            else "Geen verschillen."
        )
        return GOED
    if schrijf:
        write_input(bron, invoer)
        told = tell_aantal(len(files), "bestand", "bestanden")
        click.echo(f"\nGeschreven: {told} in data. Kijk ze na met circulair controleer.")
        click.echo("Maak voor een volgende ronde een nieuw Excelbestand.")
    else:
        click.echo("\nEr is nog niets geschreven. Klopt het? Typ hetzelfde met --schrijf erachter.")
    return GOED


def _tell(invoer: Invoer) -> Iterator[str]:
    """The lines about what changes, and what stands in the way; an empty one before each part."""
    voorstel = invoer.voorstel
    yield from voorstel.opmerkingen
    changed = [(item.adres, str(item)) for item in voorstel.wijzigingen]
    changed += [(item.adres, str(item)) for item in voorstel.metingen]
    yield from _tell_rows("Dit verandert:", changed)
    clashes = [(item.adres, str(item)) for item in voorstel.botsingen]
    yield from _tell_rows("Op twee plekken veranderd; kies zelf:", clashes)
    if clashes:
        yield "    → zet in Excel dezelfde waarde als nu in data, of zet in data terug wat er was,"
        yield "      en lees opnieuw in"
    refused = [(b.adres, f"{b.melding}\n    → {b.oplossing}") for b in voorstel.bezwaren]
    yield from _tell_rows("Dit kan niet worden ingelezen:", refused)
    fouten = [pair for pair in invoer.gevolgen if pair[1].ernst is Ernst.FOUT]
    yield from _tell_gevolgen("Met deze wijzigingen klopt het programma niet meer:", fouten)
    if invoer.is_vrij:
        yield from _tell_gevolgen("Let op, dit komt erbij (schrijven kan wel):", invoer.gevolgen)


def _tell_rows(title: str, rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    """A title with rows of a cell and a sentence; without rows nothing."""
    if rows:
        yield from ("", title)
    yield from (f"  {adres}: {told}" for adres, told in rows)


def _tell_gevolgen(title: str, pairs: Sequence[tuple[str, Finding]]) -> Iterator[str]:
    """A title with findings, each with the cell of Excel where it is known."""
    if pairs:
        yield from ("", title)
    for adres, finding in pairs:
        yield f"  {adres or finding.plek}: {finding.melding}"
        place = f", {finding.plek}" if adres else ""
        yield f"    → {finding.oplossing} ({finding.code}{place})"


def _read(bestand: Path) -> bytes:
    """The bytes of a workbook that somebody named.

    Raises:
        GeneratorError: there is no such file, or it is no workbook by its name or its size.
    """
    if bestand.suffix.lower() != ".xlsx":
        message = (
            f"'{bestand}' is geen Excelbestand (.xlsx). Sla het in Excel op als Excel-werkmap."
        )
        raise GeneratorError(message)
    try:
        with bestand.open("rb") as handle:
            content = handle.read(GROOTST + 1)
    except OSError as error:
        message = f"'{bestand}' is niet te openen. Klopt de naam, en is het gesloten in Excel?"
        raise GeneratorError(message) from error
    return content
