"""The command line `circulair`: check, build and preview a programme."""

from __future__ import annotations

import io
import json
import os
import re
import sys
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import ClassVar

import click
from click.exceptions import NoArgsIsHelpError, NoSuchCommand
from pydantic_core import PydanticCustomError

from generator import pipeline
from generator.findings import Ernst, Finding, GeneratorError, has_fout
from generator.model.basis import Editie
from generator.model.datums import parse_datum

GOED, BEVINDINGEN, VERKEERD_GEBRUIK, PROGRAMMAFOUT = range(4)
ALLE = "alle"

KLEUREN = {Ernst.FOUT: "red", Ernst.WAARSCHUWING: "yellow", Ernst.TIP: "cyan"}
MEERVOUD = {Ernst.FOUT: "fouten", Ernst.WAARSCHUWING: "waarschuwingen", Ernst.TIP: "tips"}


class _Formatter(click.HelpFormatter):
    """Help with Dutch headings."""

    koppen: ClassVar = {"Options": "Opties", "Commands": "Opdrachten"}

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The first line."""
        super().write_usage(prog, args, prefix or "Gebruik: ")

    def write_heading(self, heading: str) -> None:
        """A heading above a list."""
        super().write_heading(self.koppen.get(heading, heading))


class _Datum(click.ParamType[date]):
    """A day, written as JJJJ-MM-DD."""

    name = "JJJJ-MM-DD"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """The date, or a usage error in Dutch."""
        try:
            return parse_datum(value)
        except PydanticCustomError as error:
            context = error.context or {}
            self.fail(f"{context['melding']}; {context['oplossing']}", param, ctx)


def _refuse_file(_: click.Context, __: click.Parameter, value: Path) -> Path:
    """The folder that was named, or a usage error when it is a file."""
    if value.is_file():
        message = f"'{value}' is een bestand en geen map; noem de map waarin data/ staat"
        raise click.BadParameter(message)
    return value


click.Context.formatter_class = _Formatter
bron = click.option(
    "--bron",
    type=click.Path(path_type=Path),
    metavar="MAP",
    default=".",
    callback=_refuse_file,
    help="Map met mkdocs.yml, data en content (standaard: hier).",
)
peildatum_option = click.option(
    "--peildatum", type=_Datum(), help="Dag waarop alles beoordeeld wordt (standaard: uit de data)."
)
help_option = click.help_option("-h", "--help", help="Toon deze uitleg.")


def _choose_editie(*more: str) -> click.Choice[str]:
    return click.Choice([editie.value for editie in Editie] + list(more))


def show_findings(findings: Sequence[Finding]) -> None:
    """Print the findings for people: place, what is wrong, what to type; then a count."""
    for finding in findings:
        grade = click.style(finding.ernst.value, fg=KLEUREN[finding.ernst], bold=True)
        click.echo(f"{finding.plek}  {grade}  {finding.code}")
        click.echo(f"    {finding.melding}")
        click.echo(f"    → {finding.oplossing}")
    counts = Counter(finding.ernst for finding in findings)
    told = [
        f"{counts[ernst]} {ernst.value if counts[ernst] == 1 else MEERVOUD[ernst]}"
        for ernst in Ernst
        if counts[ernst]
    ]
    if told:
        click.echo(f"\n{', '.join(told)}.")


def _inspect(bron: Path, peildatum: date | None) -> pipeline.Inspection:
    """What the programme looks like at the date that was asked, else its own, else today."""
    today = date.today()  # noqa: DTZ011 - the advisor's own calendar
    return pipeline.inspect(bron, asked=peildatum, today=today)


@click.group(options_metavar="", subcommand_metavar="OPDRACHT [OPTIES]")
@help_option
def circulair() -> None:
    """Maak van de gegevens in data en content een circulair actieprogramma als website."""


@circulair.command(options_metavar="[OPTIES]")
@bron
@click.option("--vorm", type=click.Choice(["tekst", "json"]), default="tekst", help="Uitvoer.")
@peildatum_option
@help_option
def controleer(bron: Path, vorm: str, peildatum: date | None) -> int:
    """Controleer alle gegevens; er wordt niets geschreven."""
    found = _inspect(bron, peildatum)
    if vorm == "json":
        rows = [finding.as_dict() for finding in found.findings]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        show_findings(found.findings)
        if found.programma:
            programma = found.programma
            counted = {
                "actie acties": programma.acties,
                "indicator indicatoren": programma.indicatoren,
                "team teams": programma.teams,
                "thema thema's": programma.themas,
            }
            told = (
                f"{len(rows)} {words.split()[len(rows) != 1]}" for words, rows in counted.items()
            )
            click.echo(f"In orde: {', '.join(told)}.")
    return BEVINDINGEN if has_fout(found.findings) else GOED


@circulair.command(options_metavar="[OPTIES]")
@bron
@click.option(
    "--doel",
    type=click.Path(path_type=Path),
    metavar="MAP",
    help="Map voor de site (site in bron).",
)
@click.option("--editie", type=_choose_editie(ALLE), default=ALLE, help="Welke versie (alle).")
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
    found = _inspect(bron, peildatum)
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


@circulair.command(options_metavar="[OPTIES]")
@bron
@click.option("--editie", type=_choose_editie(), default=Editie.INTERN.value, help="Welke versie.")
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
    found = _inspect(bron, peildatum)
    show_findings(found.findings)
    if found.programma is None:
        click.echo("Herstel eerst deze fouten; daarna start het voorbeeld.")
        return BEVINDINGEN
    pipeline.preview(bron.absolute(), Editie(editie), peildatum, adres)
    return GOED


def _suggest(possibilities: Sequence[str] | None) -> str:
    return f" (bedoelt u {possibilities[0]}?)" if possibilities else ""


def _tell_usage(error: click.UsageError) -> str:
    """A usage error in Dutch; click itself speaks English."""
    told = error.message
    if isinstance(error, click.NoSuchOption):
        told = f"de optie {error.option_name} bestaat niet{_suggest(error.possibilities)}"
    elif isinstance(error, NoSuchCommand):
        told = f"de opdracht {error.command_name} bestaat niet{_suggest(error.possibilities)}"
    elif isinstance(error, click.BadOptionUsage):
        wrong = "krijgt geen waarde" if "not take" in told else "moet een waarde krijgen"
        told = f"de optie {error.option_name} {wrong}"
    elif isinstance(error, click.BadParameter) and error.param is not None:
        if isinstance(error.param.type, click.Choice):
            told = f"kies uit {', '.join(map(str, error.param.type.choices))}"
        told = f"{error.param.opts[0]}: {told}"
    elif extra := re.search(r"extra arguments? \((.*)\)", told):
        told = f"'{extra[1]}' hoort hier niet"
    return told


def _speak_utf8() -> None:
    """Let every terminal, also one of Windows, take every character that we print."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def main() -> None:
    """Run `circulair` and leave with its exit code: 0 good, 1 findings, 2 wrong use, 3 a bug."""
    _speak_utf8()
    try:
        code = circulair.main(prog_name="circulair", standalone_mode=False)
    except NoArgsIsHelpError as error:
        click.echo(error.message, err=True)
        code = VERKEERD_GEBRUIK
    except click.UsageError as error:
        click.echo(f"Zo kan het niet: {_tell_usage(error)}. Zie circulair --help.", err=True)
        code = VERKEERD_GEBRUIK
    except click.Abort:
        code = VERKEERD_GEBRUIK
    except GeneratorError as error:
        click.echo(str(error), err=True)
        code = VERKEERD_GEBRUIK
    except Exception:  # noqa: BLE001 - the one place that turns a bug into exit code 3
        traceback.print_exc()
        code = PROGRAMMAFOUT
    sys.exit(code or GOED)
