"""Compare: what went out, what the files say now, and what Excel says; cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.edit.excel.cellen import fold
from generator.edit.excel.inhoud import ACTIES, METINGEN, Inhoud, Meetrij, type_rij
from generator.edit.excel.kolommen import ID, REEKS, Blad
from generator.edit.excel.lezen import Bezwaar, Excelrij, Werkmap
from generator.model.gelijkenis import suggest
from generator.model.waarden import LANGSTE_CITAAT, show

RUIMTE = 15
"""Letters around what changed in a long text."""


def _count_same(one: str, other: str) -> int:
    """How many letters two texts have in common at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _show_apart(one: str, other: str) -> tuple[str, str]:
    """Two texts, quoted; of long ones the part that differs, with some words around it."""
    one, other = one.replace("\n", " "), other.replace("\n", " ")
    if max(len(one), len(other)) <= LANGSTE_CITAAT:
        return show(one), show(other)
    same = _count_same(one, other)
    begin = one.rfind(" ", 0, max(0, same - RUIMTE)) + 1
    shortest = min(len(one), len(other)) - same
    tail = min(_count_same(one[::-1], other[::-1]), shortest)
    cut = max(0, one[::-1].rfind(" ", 0, max(0, tail - RUIMTE)))
    parts = (text[begin : len(text) - cut] for text in (one, other))
    dots = ("..." if begin else "", "..." if cut else "")
    first, second = (show(f"{dots[0]}{part}{dots[1]}") for part in parts)
    return first, second


@dataclass(frozen=True, slots=True)
class Wijziging:
    """One cell that changes: where it stands in Excel and in the files, and from what to what.

    `regel` is the line in a file with measurements, 0 in one of an action.
    """

    adres: str
    record: str
    veld: str
    oud: str
    nieuw: str
    bestand: str
    regel: int = 0

    def __str__(self) -> str:
        """The change as a sentence."""
        if not self.nieuw:
            return f"{self.record} {self.veld}: leeggemaakt (was {show(self.oud)})"
        if not self.oud:
            return f"{self.record} {self.veld}: {show(self.nieuw)} (was leeg)"
        oud, nieuw = _show_apart(self.oud, self.nieuw)
        return f"{self.record} {self.veld}: van {oud} naar {nieuw}"


@dataclass(frozen=True, slots=True)
class Botsing:
    """One cell that changed on both sides since it went out."""

    adres: str
    record: str
    veld: str
    basis: str
    nu: str
    excel: str

    def __str__(self) -> str:
        """The three values, for who must choose."""
        told = ((name, show(text) if text else "leeg") for name, text in self._values())
        return f"{self.record} {self.veld}: " + "; ".join(f"{name} {text}" for name, text in told)

    def _values(self) -> tuple[tuple[str, str], ...]:
        return ("was", self.basis), ("nu in data", self.nu), ("in Excel", self.excel)


@dataclass(frozen=True, slots=True)
class Meting:
    """A measurement that somebody added."""

    adres: str
    indicator: str
    cellen: type_rij

    def __str__(self) -> str:
        """The new row as a sentence."""
        cells = ", ".join(f"{veld} {text}" for veld, text in self.cellen.items() if veld != REEKS)
        return f"{self.indicator}: nieuwe meting ({cells})"


@dataclass(slots=True)
class Vergelijking:
    """What Excel wants different, and what stands in the way."""

    wijzigingen: list[Wijziging] = field(default_factory=list)
    metingen: list[Meting] = field(default_factory=list)
    botsingen: list[Botsing] = field(default_factory=list)
    bezwaren: list[Bezwaar] = field(default_factory=list)
    opmerkingen: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Doel:
    """Where the cells of a row come back: what it is called, its file, its line and its texts."""

    naam: str
    bestand: str
    regel: int
    cellen: type_rij


def compare(werkmap: Werkmap, inhoud: Inhoud, acties: Blad, metingen: Blad) -> Vergelijking:
    """What changed in the workbook since it was made, against what the files say now."""
    found = Vergelijking([], [], [], list(werkmap.bezwaren), list(werkmap.opmerkingen))
    _compare_rijen(werkmap, acties, _find_acties(inhoud), found)
    _compare_rijen(werkmap, metingen, _find_metingen(werkmap, inhoud, metingen), found)
    for row in werkmap.rijen.get(metingen.naam, ()):
        if not row.id:
            _add_meting(row, inhoud, metingen, found)
    return found


def _find_acties(inhoud: Inhoud) -> dict[str, _Doel]:
    return {
        row_id: _Doel(row_id, f"{ACTIES}/{row_id}.yaml", 0, cells)
        for row_id, cells in inhoud.acties.items()
    }


def _find_metingen(werkmap: Werkmap, inhoud: Inhoud, blad: Blad) -> dict[str, _Doel]:
    """Where each measurement that went out stands now, by its id."""
    parts: dict[str, list[tuple[str, type_rij]]] = {}
    for row_id, cells in werkmap.basis.rijen[blad.naam].items():
        parts.setdefault(row_id.rpartition("-")[0], []).append((row_id, cells))
    found = {}
    for indicator, rows in parts.items():
        now = inhoud.metingen.get(indicator, ())
        for row_id, match in _pair(rows, now):
            naam = f"{indicator} {match.cellen.get('jaar', '')}".strip()
            bestand = f"{METINGEN}/{indicator}.csv"
            found[row_id] = _Doel(naam, bestand, match.regel, match.cellen)
    return found


def _pair(
    rows: Sequence[tuple[str, type_rij]], now: Sequence[Meetrij]
) -> Iterator[tuple[str, Meetrij]]:
    """Each row that went out with that row of today: the same cells, else the same year and issue.

    A row that is in neither way to be found has been taken out of the file, or is another by now.
    """
    left = list(now)
    rest = []
    for row_id, cells in rows:
        same = next((row for row in left if row.cellen == cells), None)
        if same is None:
            rest.append((row_id, cells))
        else:
            left.remove(same)
            yield row_id, same
    for row_id, cells in rest:
        same = next((row for row in left if _issue(row.cellen) == _issue(cells)), None)
        same = same or _find_only(left, cells, [other for _, other in rest])
        if same is not None:
            left.remove(same)
            yield row_id, same


def _find_only(
    left: Sequence[Meetrij], cells: type_rij, rest: Sequence[type_rij]
) -> Meetrij | None:
    """The one row of the same year, where there is one on both sides."""
    year = cells.get("jaar")
    found = [row for row in left if row.cellen.get("jaar") == year]
    others = [other for other in rest if other.get("jaar") == year]
    return found[0] if len(found) == len(others) == 1 else None


def _issue(cells: type_rij) -> tuple[str, ...]:
    return tuple(cells.get(veld, "") for veld in ("jaar", "definitie_versie", "publicatie"))


def _compare_rijen(
    werkmap: Werkmap, blad: Blad, doelen: Mapping[str, _Doel], found: Vergelijking
) -> None:
    basis = werkmap.basis.rijen[blad.naam]
    rows = werkmap.rijen.get(blad.naam, [])
    for row in rows:
        if row.id and row.id in basis:
            _compare_rij(row, basis[row.id], doelen.get(row.id), blad, found)
        elif row.id or not blad.is_open:
            found.bezwaren.append(_refuse_id(row, basis, blad))
    present = {row.id for row in rows}
    if blad.naam in werkmap.rijen and (gone := [name for name in basis if name not in present]):
        told = ", ".join(gone[:10]) + (f" en nog {len(gone) - 10}" if len(gone) > 10 else "")  # noqa: PLR2004
        found.opmerkingen.append(
            f"Niet meer in Excel (blad {blad.naam}): {told}. Er is niets verwijderd."
        )


def _refuse_id(row: Excelrij, basis: Mapping[str, type_rij], blad: Blad) -> Bezwaar:
    if not blad.is_open:
        melding = f"{row.id} ging niet mee naar Excel" if row.id else "deze rij heeft geen id"
        likely = suggest(row.id, basis) if row.id else ""
        told = f"{likely} " if likely.startswith("bedoelt u") else ""
        oplossing = f"{told}een nieuwe actie maakt u met: circulair nieuw actie".strip()
    else:
        melding = f"de id {show(row.id)} bestaat niet"
        oplossing = "maak de id van een nieuwe meting leeg; die van andere rijen ligt vast"
    return Bezwaar(row.adres(), melding, oplossing)


def _compare_rij(
    row: Excelrij, basis: type_rij, doel: _Doel | None, blad: Blad, found: Vergelijking
) -> None:
    different = [
        veld for veld, text in row.cellen.items() if _differ(basis.get(veld, ""), text, veld, blad)
    ]
    if not different:
        return
    if refused := _refuse_rij(row, basis, doel, blad, different):
        found.bezwaren.append(refused)
        return
    assert doel is not None  # noqa: S101 - _refuse_rij has refused its absence
    for veld in different:
        was, nu, excel = basis.get(veld, ""), doel.cellen.get(veld, ""), row.cellen[veld]
        if not _differ(nu, excel, veld, blad):
            continue  # somebody wrote the same already
        if _differ(was, nu, veld, blad):
            found.botsingen.append(Botsing(row.adres(veld), doel.naam, veld, was, nu, excel))
        else:
            found.wijzigingen.append(
                Wijziging(row.adres(veld), doel.naam, veld, nu, excel, doel.bestand, doel.regel)
            )


def _refuse_rij(
    row: Excelrij, basis: type_rij, doel: _Doel | None, blad: Blad, different: Sequence[str]
) -> Bezwaar | None:
    """Why the changes of a row cannot be taken together; None when they can."""
    if not any(row.cellen.values()):
        oplossing = (
            "zet de rij terug; een actie die stopt krijgt een andere actiestatus"
            if not blad.is_open
            else f"zet de rij terug, of haal de regel weg uit {METINGEN}/{basis.get(REEKS)}.csv"
        )
        return Bezwaar(row.adres(), f"{row.id} is leeggemaakt; zo verwijdert u niets", oplossing)
    if doel is None:
        melding = f"{row.id} is uit de gegevens gehaald of veranderd sinds u dit bestand maakte"
        oplossing = "maak een nieuw bestand met circulair excel uit en doe de wijziging opnieuw"
        return Bezwaar(row.adres(different[0]), melding, oplossing)
    if REEKS in different:
        melding = "een meting die er al is, kan niet naar een andere indicator"
        oplossing = f"zet hier weer {basis.get(REEKS)}, en typ de meting op een nieuwe rij"
        return Bezwaar(row.adres(REEKS), melding, oplossing)
    return None


def _differ(one: str, other: str, veld: str, blad: Blad) -> bool:
    soort = blad.kolommen[veld].soort
    return fold(one, soort) != fold(other, soort)


def _add_meting(row: Excelrij, inhoud: Inhoud, blad: Blad, found: Vergelijking) -> None:
    """Add a new row, unless it was taken in before."""
    cells = {veld: text for veld, text in row.cellen.items() if text}
    indicator = cells.get(REEKS, "")
    if not indicator:
        melding = "deze nieuwe meting hoort nergens bij"
        oplossing = "kies in de kolom reeks de indicator"
        found.bezwaren.append(Bezwaar(row.adres(REEKS), melding, oplossing))
        return
    now = inhoud.metingen.get(indicator, ())
    if any(_is_same(cells, other.cellen, blad) for other in now):
        found.opmerkingen.append(
            f"De meting op {row.adres(ID)} staat al in {METINGEN}/{indicator}.csv."
        )
        return
    found.metingen.append(Meting(row.adres(REEKS), indicator, cells))


def _is_same(one: type_rij, other: type_rij, blad: Blad) -> bool:
    return not any(_differ(one.get(v, ""), other.get(v, ""), v, blad) for v in blad.kolommen)
