"""What all commands share: options, exit codes, and help in Dutch."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import ClassVar

import click
from pydantic_core import PydanticCustomError

from generator import pipeline
from generator.model.basis import Editie
from generator.model.datums import parse_datum

GOED, BEVINDINGEN, VERKEERD_GEBRUIK, PROGRAMMAFOUT = range(4)
OPTIES = "[OPTIES]"


class _Formatter(click.HelpFormatter):
    """Help with Dutch headings."""

    koppen: ClassVar = {"Options": "Opties", "Commands": "Opdrachten"}

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The first line."""
        super().write_usage(prog, args, prefix or "Gebruik: ")

    def write_heading(self, heading: str) -> None:
        """A heading above a list."""
        super().write_heading(self.koppen.get(heading, heading))


class Dag(click.ParamType[date]):
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
    "--peildatum", type=Dag(), help="Dag waarop alles beoordeeld wordt (standaard: uit de data)."
)
schrijf_option = click.option(
    "--schrijf", is_flag=True, help="Schrijf het ook; anders ziet u alleen wat er komt."
)
help_option = click.help_option("-h", "--help", help="Toon deze uitleg.")


def choose_editie(*more: str) -> click.Choice[str]:
    """An option that names an edition, or one of `more`."""
    return click.Choice([editie.value for editie in Editie] + list(more))


def today() -> date:
    """The day on the advisor's own calendar."""
    return date.today()  # noqa: DTZ011 - theirs, and not that of Greenwich


def inspect(bron: Path, peildatum: date | None) -> pipeline.Inspection:
    """What the programme looks like at the date that was asked, else its own, else today."""
    return pipeline.inspect(bron, asked=peildatum, today=today())
