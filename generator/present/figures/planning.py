"""Figures of planning: the actions of one phase in time, at the day of the stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from generator.derive.feiten import Actiefeiten, Feiten, Mijlpaalfeiten
from generator.model.basis import Editie, Klasse
from generator.model.paden import pad_actie
from generator.present.charts.gantt import Baan, Ruit, chart_gantt, stretch
from generator.present.figures.basis import Figuur, count_now
from generator.present.formats import format_aantal, format_datum, format_periode
from generator.present.tables import Kolom, Tabel

ONBEKEND: Final = "niet bekend"
KOLOMMEN: Final = ("Actie", "Team", "Begin", "Eind", "Status", "Eerstvolgende mijlpaal")


def list_banen(feiten: Feiten, fase: str) -> list[Actiefeiten]:
    """The actions of a phase by their beginning; those without one come last."""
    inside = (item for item in feiten.acties.values() if item.actie.fase == fase)
    return sorted(inside, key=_when)


def _when(feit: Actiefeiten) -> tuple[date, date, str]:
    actie = feit.actie
    return (
        actie.start.begin if actie.start else date.max,
        actie.eind.eind if actie.eind else date.max,
        actie.id,
    )


def make_planning(feiten: Feiten, naam: str, fase: str) -> Figuur:
    """The actions of a phase that the edition holds; where nothing has a date without a picture."""
    term = next(term for term in feiten.programma.termen("fase") if term.id == fase)
    acties = list_banen(feiten, fase)
    banen = [baan for baan in map(_Namen(feiten).make_baan, acties) if baan.dagen]
    titel = f"Planning van de fase {term.naam}"
    return Figuur(
        naam=naam,
        titel=titel,
        zin=tell_planning(term.naam, acties, feiten.editie),
        grafiek=chart_gantt(
            banen,
            _name_klassen(feiten),
            stretch(_list_days(feiten)),
            (feiten.peildatum, f"Stand {format_datum(feiten.peildatum)}"),
        )
        if banen
        else None,
        tabel=Tabel(
            naam,
            titel,
            tuple(map(Kolom, KOLOMMEN)),
            tuple(map(_Namen(feiten).make_row, acties)),
            paden=tuple(pad_actie(item.actie.id) for item in acties),
        ),
        afkomst=count_now(feiten),
    )


def _list_days(feiten: Feiten) -> list[date]:
    """Every day of the planning over all phases, so that their pictures have the same axis."""
    days = [day for item in feiten.acties.values() for day in _Namen(feiten).make_baan(item).dagen]
    return [*days, feiten.peildatum]


def _name_klassen(feiten: Feiten) -> dict[Klasse, str]:
    """What the bars of a class are called: the names of the statuses that actions have in it."""
    used = {item.actie.actiestatus for item in feiten.acties.values()}
    names: dict[Klasse, list[str]] = {}
    for term in feiten.programma.termen("actiestatus"):
        if term.id in used:
            names.setdefault(term.klasse or Klasse.OPEN, []).append(term.naam)
    return {
        klasse: " of ".join(filter(None, [", ".join(found[:-1]), found[-1]]))
        for klasse, found in names.items()
    }


class _Namen:
    """Lanes and rows of actions, with the names that readers see."""

    def __init__(self, feiten: Feiten) -> None:
        programma = feiten.programma
        self.teams = {team.id: team.naam for team in programma.teams}
        self.statussen = {term.id: term.naam for term in programma.termen("actiestatus")}

    def make_baan(self, feit: Actiefeiten) -> Baan:
        """The lane of an action."""
        actie = feit.actie
        complete = actie.start is not None and actie.eind is not None
        return Baan(
            naam=actie.id,
            titel=actie.titel,
            tekst=f"{actie.id} {actie.titel}: {_tell_looptijd(feit)}, "
            f"{self.statussen[actie.actiestatus]}",
            klasse=feit.klasse or Klasse.OPEN,
            van=actie.start.begin if actie.start and complete else None,
            tot=actie.eind.eind if actie.eind and complete else None,
            ruiten=[_make_ruit(feit, item) for item in feit.mijlpalen],
        )

    def make_row(self, feit: Actiefeiten) -> tuple[str, ...]:
        """The row of an action in the table."""
        actie, volgende = feit.actie, feit.volgende
        return (
            f"{actie.id} {actie.titel}",
            self.teams.get(actie.eigenaar_team or "", "nog geen eigenaar"),
            format_periode(actie.start) if actie.start else ONBEKEND,
            format_periode(actie.eind) if actie.eind else ONBEKEND,
            self.statussen[actie.actiestatus],
            f"{format_periode(volgende.gepland)}: {volgende.titel}" if volgende else "",
        )


def _tell_looptijd(feit: Actiefeiten) -> str:
    start, eind = feit.actie.start, feit.actie.eind
    return (
        f"{format_periode(start) if start else ONBEKEND} tot en met "
        f"{format_periode(eind) if eind else ONBEKEND}"
    )


def _make_ruit(feit: Actiefeiten, item: Mijlpaalfeiten) -> Ruit:
    """A milestone on the last day of the period for which it was planned."""
    gepland = item.mijlpaal.gepland
    reached = f", gehaald {format_periode(item.behaald)}" if item.behaald else ""
    return Ruit(
        op=gepland.eind,
        is_behaald=item.behaald is not None,
        tekst=f"{feit.actie.id} {item.mijlpaal.titel.rstrip('.')}: "
        f"gepland {format_periode(gepland)}{reached}",
    )


def tell_planning(fase: str, acties: Sequence[Actiefeiten], editie: Editie) -> str:
    """How many actions a phase holds, from when to when they run, and what comes first."""
    soort = "openbare " if editie is Editie.PUBLIEK else ""
    count = format_aantal(len(acties), f"{soort}actie", f"{soort}acties")
    verb = "staat" if len(acties) == 1 else "staan"
    zinnen = [f"In de fase {fase} {verb} {count}."]
    starts = [item.actie.start for item in acties if item.actie.start]
    ends = [item.actie.eind for item in acties if item.actie.eind]
    if starts and ends:
        first = min(starts, key=lambda item: item.begin)
        last = max(ends, key=lambda item: item.eind)
        zinnen.append(
            f"Samen lopen ze van {format_periode(first)} tot en met {format_periode(last)}."
            if len(acties) > 1
            else f"Die loopt van {format_periode(first)} tot en met {format_periode(last)}."
        )
    coming = [(item.volgende, item.actie.id) for item in acties if item.volgende]
    if coming:
        mijlpaal, actie = min(coming, key=lambda pair: (pair[0].gepland.eind, pair[1]))
        zinnen.append(
            f"De eerstvolgende mijlpaal is van actie {actie}: {mijlpaal.titel.rstrip('.')} "
            f"({format_periode(mijlpaal.gepland)})."
        )
    return " ".join(zinnen)
