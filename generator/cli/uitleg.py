"""The command `circulair uitleg`: what a message means, and how to mend it."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import click

from generator.cli.opties import GOED, help_option
from generator.findings import show_safely
from generator.model.gelijkenis import find_closest
from generator.model.meldingen import Melding, Meldinggroep, Voorbeeld, read_meldingen

BREEDTE: Final = 80
"""Characters on a line: as many as every terminal has."""
_TE_TYPEN: Final = re.compile(r"`([^`]*)`")


@click.command(options_metavar="[CODE]")
@click.argument("code", required=False, metavar="")
@help_option
def uitleg(code: str | None) -> int:
    """Leg een melding uit, met een fout en een goed voorbeeld.

    Noem de code van de melding, bijvoorbeeld: circulair uitleg VELD-ONTBREEKT.
    Zonder code ziet u alle meldingen.
    """
    groepen = read_meldingen()
    lines = tell_all(groepen) if code is None else tell_melding(_find(groepen, code))
    click.echo("\n".join(lines))
    return GOED


def _find(groepen: Iterable[Meldinggroep], code: str) -> Melding:
    """The explanation of a code, however it is typed.

    Raises:
        click.UsageError: there is no such code; says which is the likeliest.
    """
    known = {melding.code.value: melding for groep in groepen for melding in groep.meldingen}
    typed = code.strip().upper().replace("_", "-").replace(" ", "-")
    if typed in known:
        return known[typed]
    likely = find_closest(code, known)
    near = [likely] if likely else [name for name in known if typed and name.startswith(typed)]
    meant = f"bedoelt u {' of '.join(near)}?" if near else "alle codes: circulair uitleg"
    message = f"de melding '{show_safely(code)}' bestaat niet ({meant})"
    raise click.UsageError(message)


def tell_all(groepen: Sequence[Meldinggroep]) -> Iterator[str]:
    """Every code with what it means, by group."""
    codes = (melding.code for groep in groepen for melding in groep.meldingen)
    width = max(map(len, codes)) + 2
    for groep in groepen:
        yield click.style(groep.naam, bold=True)
        for melding in groep.meldingen:
            yield from _wrap(melding.titel, f"  {melding.code:{width}}")
        yield ""
    yield "Meer over een melding: circulair uitleg CODE"


def tell_melding(melding: Melding) -> Iterator[str]:
    """One explanation, to read from top to bottom."""
    yield click.style(melding.code, bold=True)
    yield from _wrap(melding.titel)
    for kop, text in (("Wat is er aan de hand?", melding.wat), ("Waarom?", melding.waarom)):
        yield from _head(kop)
        yield from _wrap(text, "  ")
    yield from _head("Zo herstelt u het")
    for number, step in enumerate(melding.herstel, start=1):
        yield from _wrap(step, f"  {number}. " if len(melding.herstel) > 1 else "  ")
    yield from _show("Fout", melding.fout, "red")
    yield from _show("Goed", melding.goed, "green")


def _show(kop: str, voorbeeld: Voorbeeld, kleur: str) -> Iterator[str]:
    """An example, with a bar before every line: the spaces behind it belong to the file."""
    yield ""
    yield f"{click.style(kop, fg=kleur, bold=True)}: {voorbeeld.bestand}"
    yield from (f"  | {line}".rstrip() for line in voorbeeld.regels)
    if voorbeeld.noot:
        yield from _wrap(voorbeeld.noot, "  ")


def _head(kop: str) -> tuple[str, str]:
    return "", click.style(kop, bold=True)


def _wrap(text: str, begin: str = "") -> list[str]:
    """The text on lines that fit, the first behind `begin`, with what is to be typed in colour."""
    lines = textwrap.wrap(
        text,
        BREEDTE,
        initial_indent=begin,
        subsequent_indent=" " * len(begin),
        break_on_hyphens=False,
    )
    return _TE_TYPEN.sub(lambda found: click.style(found[1], fg="cyan"), "\n".join(lines)).split(
        "\n"
    )
