"""Apply: the changes of a workbook put in the text of the sources, each in its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.edit.bestand import EditError, open_source
from generator.edit.csv_text import append_row, set_cell
from generator.edit.excel.cellen import make_typed
from generator.edit.excel.inhoud import METINGEN, Inhoud
from generator.edit.excel.kolommen import Blad
from generator.edit.excel.lezen import Bezwaar
from generator.edit.excel.vergelijken import Meting, Wijziging
from generator.edit.yaml_text import set_field
from generator.model.velden import list_meetkolommen

type_read = Callable[[str], bytes]


@dataclass(slots=True)
class Toegepast:
    """The files as they become, the cell that each line of a table came from, and objections."""

    bestanden: dict[str, bytes] = field(default_factory=dict)
    regels: dict[tuple[str, int], str] = field(default_factory=dict)
    bezwaren: list[Bezwaar] = field(default_factory=list)


def apply(
    wijzigingen: Iterable[Wijziging],
    metingen: Iterable[Meting],
    inhoud: Inhoud,
    bladen: tuple[Blad, Blad],
    read: type_read,
) -> Toegepast:
    """The changed files; what cannot be put in its place safely is an objection.

    Args:
        wijzigingen: cells that change.
        metingen: rows that come behind those of their file.
        inhoud: what the files say now.
        bladen: the sheets of actions and measurements.
        read: the bytes of a source file by its name.
    """
    made = Toegepast()
    acties, _ = bladen
    cells: dict[str, list[Wijziging]] = defaultdict(list)
    rows: dict[str, list[Meting]] = defaultdict(list)
    for wijziging in wijzigingen:
        cells[wijziging.bestand].append(wijziging)
    for meting in metingen:
        rows[f"{METINGEN}/{meting.indicator}.csv"].append(meting)
    for name in sorted(cells.keys() | rows.keys()):
        try:
            opened = open_source(_read(name, inhoud, read))
        except EditError as error:
            adres = (cells[name] or rows[name])[0].adres
            made.bezwaren.append(Bezwaar(adres, f"{name}: {error.melding}", error.oplossing))
            continue
        text = opened.text
        for wijziging in cells[name]:
            text = _try(made, wijziging.adres, text, _splice_cell(text, wijziging, acties))
            if wijziging.regel:
                made.regels.setdefault((name, wijziging.regel), wijziging.adres)
        for meting in rows[name]:
            text = _try(made, meting.adres, text, _splice_row(text, meting))
            made.regels[(name, len(text.rstrip("\n").split("\n")))] = meting.adres
        if text != opened.text:
            made.bestanden[name] = opened.pack(text)
    return made


def _read(name: str, inhoud: Inhoud, read: type_read) -> bytes:
    """The bytes of a file; of measurements that have none yet, the head of a new one."""
    if name.startswith(METINGEN) and name[len(METINGEN) + 1 : -len(".csv")] not in inhoud.koppen:
        return f"{';'.join(_choose_kop(inhoud.koppen))}\n".encode()
    return read(name)


def _choose_kop(koppen: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """The columns that most files have."""
    counted = [tuple(kop) for kop in koppen.values()]
    return max(counted, key=counted.count, default=list_meetkolommen())


def _splice_cell(text: str, wijziging: Wijziging, acties: Blad) -> Callable[[], str]:
    if wijziging.regel:
        return lambda: set_cell(text, wijziging.regel, wijziging.veld, wijziging.nieuw)
    kolom = acties.kolommen[wijziging.veld]
    value = make_typed(wijziging.nieuw, kolom.soort) if wijziging.nieuw else None
    path = (wijziging.veld,)
    return lambda: set_field(text, wijziging.bestand, path, value, acties.volgorde)


def _splice_row(text: str, meting: Meting) -> Callable[[], str]:
    return lambda: append_row(text, meting.cellen)


def _try(made: Toegepast, adres: str, text: str, splice: Callable[[], str]) -> str:
    """The text after a splice, or as it was, with an objection."""
    try:
        return splice()
    except EditError as error:
        made.bezwaren.append(Bezwaar(adres, error.melding, error.oplossing))
        return text
