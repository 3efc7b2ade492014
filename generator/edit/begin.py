"""A new programme: the files with which an organisation begins, with its answers filled in."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Final

from generator.edit.handleiding import NAAM as HANDLEIDING
from generator.edit.handleiding import write_handleiding
from generator.edit.yaml_write import write_scalar
from generator.findings import GeneratorError
from generator.model.begin import Antwoorden

PAKKET: Final = "site_theme"
WOORDENLIJST: Final = "data/woordenlijst"
MEESTE_NAMEN: Final = 8
"""Names in a message; more nobody reads."""
_INVULPLEK = re.compile(r"__([A-Z_]+)__")
_REGEL = re.compile(r"^(?P<kop>\s*(?:- )?[a-z_]+: )(?P<waarde>.*__[A-Z_]+__.*)$", re.MULTILINE)
MAANDEN: Final = 12


def make_programme(antwoorden: Antwoorden) -> dict[str, bytes]:
    """Every file of a new programme, by its name below the folder of that programme."""
    soort = _read_soorten()[antwoorden.soort]
    values = _fill_in(antwoorden, soort["organisatie"])
    begin = files(PAKKET) / "begin"
    made = {}
    for name, source in _iter_files(begin):
        if name.startswith(f"{WOORDENLIJST}/"):
            continue
        text = source.read_text(encoding="utf-8")
        if name.endswith((".yaml", "mkdocs.yml")):
            text = _REGEL.sub(lambda found: _fill_line(found, values), text)
        made[name] = _fill(text, values)
    for name, source in _iter_files(_find_woordenlijst(begin)):
        text = source.read_text(encoding="utf-8")
        for old, new in soort["woorden"]:
            text = text.replace(old, new)
        made[f"{WOORDENLIJST}/{name}"] = text
    made[HANDLEIDING] = write_handleiding()
    return {name: text.encode() for name, text in sorted(made.items())}


def refuse_taken(doel: Path, names: Iterable[str]) -> None:
    """Refuse a folder in which a new programme would replace or meet somebody's files.

    Raises:
        GeneratorError: names what stands in the way.
    """
    if os.path.lexists(doel) and not doel.is_dir():
        message = f"'{doel}' is geen map. Noem een map die leeg is of nog niet bestaat."
        raise GeneratorError(message)
    ways = {part for name in names for part in (name, name.partition("/")[0])}
    taken = sorted(way for way in ways if os.path.lexists(doel / way))
    # What is in a folder of ours would become part of the programme, whatever it is called.
    found = [way for way in taken if not any(way.startswith(f"{other}/") for other in taken)]
    if found:
        more = f" en nog {len(found) - MEESTE_NAMEN}" if len(found) > MEESTE_NAMEN else ""
        message = (
            f"In '{doel}' staat al: {', '.join(found[:MEESTE_NAMEN])}{more}. Er is niets "
            "geschreven. Noem een andere map, of haal dit eerst weg."
        )
        raise GeneratorError(message)


def _read_soorten() -> dict[str, Any]:
    return tomllib.loads((files(PAKKET) / "soorten.toml").read_text(encoding="utf-8"))


def _find_woordenlijst(begin: Traversable) -> Traversable:
    """The vocabularies: in a wheel beside the other files, and else those of the repository."""
    packed = begin / "data" / "woordenlijst"
    return packed if packed.is_dir() else files("generator") / ".." / "data" / "woordenlijst"


def _iter_files(folder: Traversable, above: str = "") -> Iterator[tuple[str, Traversable]]:
    """Every file below a folder, with its name; nothing that Python itself leaves there."""
    for item in folder.iterdir():
        if item.is_dir():
            yield from _iter_files(item, f"{above}{item.name}/")
        else:
            yield f"{above}{item.name}", item


def _fill_in(antwoorden: Antwoorden, organisatie: str) -> dict[str, str | int]:
    """What comes in each place to fill in."""
    vandaag = antwoorden.vandaag
    return {
        "PROGRAMMA": f"Circulair actieprogramma {antwoorden.plaats} "
        f"{antwoorden.van}-{antwoorden.tot}",
        "SITENAAM": f"Circulair {antwoorden.plaats}",
        "OVERHEID": antwoorden.naam,
        "SOORT": antwoorden.soort,
        "ORGANISATIE": organisatie,
        "CONTACT": antwoorden.contact,
        "VAN": antwoorden.van,
        "TOT": antwoorden.tot,
        "EINDJAAR": antwoorden.eindjaar,
        "VERSIE": antwoorden.versie,
        "VANDAAG": vandaag.isoformat(),
        "JAAR": vandaag.year,
        "VORIG_JAAR": vandaag.year - 1,
        "EERVORIG_JAAR": vandaag.year - 2,
        "DOELJAAR": max(antwoorden.tot, vandaag.year + 1),
        "MAAND": _add_months(vandaag, 0),
        "OVER_DRIE_MAANDEN": _add_months(vandaag, 3),
        "OVER_EEN_JAAR": _add_months(vandaag, MAANDEN),
        "OVER_ANDERHALF_JAAR": _add_months(vandaag, 18),
        "OVER_TWEE_JAAR": _add_months(vandaag, 2 * MAANDEN),
    }


def _add_months(day: date, months: int) -> str:
    """The month so many months after a day, as JJJJ-MM."""
    year, month = divmod(day.year * MAANDEN + day.month - 1 + months, MAANDEN)
    return f"{year:04}-{month + 1:02}"


def _fill_line(found: re.Match[str], values: Mapping[str, str | int]) -> str:
    """A line of YAML with its value filled in, and quoted where YAML asks for that."""
    waarde = found["waarde"]
    whole = _INVULPLEK.fullmatch(waarde)
    return found["kop"] + write_scalar(values[whole[1]] if whole else _fill(waarde, values))


def _fill(text: str, values: Mapping[str, str | int]) -> str:
    return _INVULPLEK.sub(lambda found: str(values[found[1]]), text)
