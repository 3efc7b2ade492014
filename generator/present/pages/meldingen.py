"""Pages about findings: what each of them means and how to mend it, for who edits the programme."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from markupsafe import Markup

from generator.model.meldingen import Melding, read_meldingen
from generator.model.paden import pad_melding
from generator.present.escape import encode
from generator.present.page import Page
from generator.present.pages.kruimels import list_kruimels_of_record
from generator.present.writer import Writer

OVERZICHT: Final = "beheer/meldingen/index"
_SPACES: Final = {" ": " ", "\t": "&#9;"}


def gather_meldingen(writer: Writer) -> dict[str, Any]:
    """The list of all findings, by group."""
    del writer
    return {
        "groepen": [
            (
                groep.naam,
                [(item.code, pad_melding(item.code), item.titel) for item in groep.meldingen],
            )
            for groep in read_meldingen()
        ]
    }


def list_meldingen() -> Iterator[Melding]:
    """Each kind of finding, in the order of the list."""
    for groep in read_meldingen():
        yield from groep.meldingen


def write_melding(writer: Writer, melding: Melding) -> Page:
    """The page of a kind of finding, of which search finds only the list."""
    return writer.page(
        pad_melding(melding.code),
        "beheer/melding",
        titel=melding.titel,
        omschrijving=f"Wat {melding.code} betekent, en hoe u het herstelt.",
        kruimels=list_kruimels_of_record(writer, OVERZICHT),
        verberg=("toc", "zoeken"),
        code=melding.code,
        wat=show_code(melding.wat),
        waarom=show_code(melding.waarom),
        herstel=[show_code(step) for step in melding.herstel],
        voorbeelden=[
            (
                kop,
                item is melding.fout,
                item.bestand,
                show_regels(item.regels),
                show_code(item.noot),
            )
            for kop, item in (
                ("Zo is het fout", melding.fout),
                ("Zo is het goed", melding.goed),
            )
        ],
    )


def show_code(text: str) -> Markup:
    """A sentence in which what stands between backticks is to be typed."""
    parts = (
        f"<code>{encode(part)}</code>" if number % 2 else _keep_spaces(part)
        for number, part in enumerate(text.split("`"))
    )
    return Markup("".join(parts))  # noqa: S704 - every part of it was encoded


def show_regels(regels: Sequence[str]) -> Markup:
    """Lines of a file, each with its own indent; every line begins with a tag."""
    lines = (f"<span>{_keep_spaces(regel)}</span>" for regel in regels)
    return Markup("\n".join(lines))  # noqa: S704 - every line of it was encoded


def _keep_spaces(text: str) -> str:
    """The text encoded, with all the spaces and tabs that it has."""
    return "".join(_SPACES.get(part) or encode(part) for part in re.split("([ \t])", text))
