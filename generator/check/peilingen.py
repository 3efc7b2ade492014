"""Rules about surveys: groups that are never crossed, never too small, and add up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.check.dossier import Dossier
from generator.findings import Code, Finding, Plek, fout, waarschuwing
from generator.model.basis import Klasse
from generator.model.gelijkenis import suggest
from generator.model.peilingen import Antwoordgroep, Draagvlakscore

BEWUSTZIJN, DRAAGVLAK = ("bewustzijn", "antwoorden"), ("draagvlak", "scores")
KLEINSTE_GROEP: Final = 5
"""The smallest group that any programme may show.

Source: READERS 4, rule 2.
"""
VELDEN: Final = ("niveau", "afdeling", "team")
type_rij = Antwoordgroep | Draagvlakscore


def _list_rows(dossier: Dossier, soort: str) -> tuple[type_rij, ...]:
    bewustzijn, draagvlak = dossier.programma.bewustzijn, dossier.programma.draagvlak
    if soort == "bewustzijn":
        return bewustzijn.antwoorden if bewustzijn else ()
    return draagvlak.scores if draagvlak else ()


def _iter_rows(dossier: Dossier) -> Iterator[tuple[str, int, type_rij]]:
    for soort, _ in (BEWUSTZIJN, DRAAGVLAK):
        for index, row in enumerate(_list_rows(dossier, soort)):
            yield soort, index, row


def _place(dossier: Dossier, soort: str, index: int, veld: str = "") -> Plek:
    field = dict((BEWUSTZIJN, DRAAGVLAK))[soort]
    path = (field, index, veld) if veld else (field, index)
    return dossier.plekken.waar(soort, soort, *path)


def _list_filled(row: type_rij) -> list[str]:
    return [veld for veld in VELDEN if getattr(row, veld, None)]


def _name_groep(row: type_rij) -> tuple[str, str]:
    """The field that says whose answers these are, and the group; both empty for everyone."""
    for veld in VELDEN:
        if name := getattr(row, veld, None):
            return veld, name
    return "", ""


def _name_topic(row: type_rij) -> tuple[object, ...]:
    if isinstance(row, Antwoordgroep):
        return (row.stelling,)
    return (row.thema, row.deelonderwerp, row.kans, row.meetmoment)


def find_groep_gekruist(dossier: Dossier) -> Iterator[Finding]:
    """A group of one niveau within one afdeling or team, or one topic divided in two ways.

    Source: READERS 4, rule 2.
    """
    divided: dict[tuple[object, ...], str] = {}
    for soort, index, row in _iter_rows(dossier):
        filled = _list_filled(row)
        if len(filled) > 1:
            yield fout(
                Code.GROEP_GEKRUIST,
                _place(dossier, soort, index, filled[-1]),
                f"deze groep is gekruist: {filled[0]} en {filled[-1]} zijn allebei ingevuld",
                f"vul er een in: tel de mensen per {filled[0]} of per {filled[-1]}",
            )
        elif soort == "bewustzijn" and not filled:
            yield fout(
                Code.GROEP_GEKRUIST,
                _place(dossier, soort, index),
                "van deze antwoorden is niet te zien bij welke groep ze horen",
                "vul niveau of afdeling in; het geheel telt het programma zelf op",
            )
        elif soort == "draagvlak":
            veld = _name_groep(row)[0]
            if divided.setdefault(_name_topic(row), veld) != veld:
                yield fout(
                    Code.GROEP_GEKRUIST,
                    _place(dossier, soort, index, veld or "n"),
                    "dit onderwerp is op hetzelfde meetmoment op twee manieren verdeeld",
                    "kies per onderwerp en meetmoment: per team, per niveau, of alles samen; "
                    "anders zijn kleine groepen te berekenen",
                )


def find_groep_niet_toegestaan(dossier: Dossier) -> Iterator[Finding]:
    """Scores of the council or the college, or a challenge so small that it tells of people.

    Source: READERS 4, rule 2.
    """
    niveaus = dossier.termen.get("niveau", {})
    for soort, index, row in _iter_rows(dossier):
        term = niveaus.get(row.niveau or "")
        if term and term.klasse is Klasse.BESTUUR:
            yield fout(
                Code.GROEP_NIET_TOEGESTAAN,
                _place(dossier, soort, index, "niveau"),
                f"van niveau '{term.id}' worden geen scores getoond: de groep is te herkennen",
                "haal deze regel weg",
            )
    challenge = dossier.programma.challenge
    if challenge and 0 < challenge.deelnemers < _find_grens(dossier):
        yield fout(
            Code.GROEP_NIET_TOEGESTAAN,
            dossier.plekken.waar("challenge", "challenge", "deelnemers"),
            f"aan de challenge deden minder dan {_find_grens(dossier)} mensen mee",
            "beschrijf de challenge als succes, zonder aantallen, en haal challenge.yaml weg",
        )


def _find_grens(dossier: Dossier) -> int:
    # Without it, programma.yaml holds a mistake of its own.
    return dossier.programma.gegevens.kleinste_groep or KLEINSTE_GROEP


def find_groep_te_klein(dossier: Dossier) -> Iterator[Finding]:
    """A number about too few people: it may stay in the data, and is not shown."""
    grens = _find_grens(dossier)
    seen: set[tuple[str, str, str]] = set()
    for soort, index, row in _iter_rows(dossier):
        veld, name = _name_groep(row)
        if 0 < row.n < grens and (soort, veld, name) not in seen:
            seen.add((soort, veld, name))
            who = f"{veld} '{name}'" if veld else "alle deelnemers samen"
            yield _warn(
                _place(dossier, soort, index, veld),
                f"{who}: hier gaat het om minder dan {grens} mensen; deze groep wordt niet apart "
                "getoond",
            )
    for plek, wat, aantal in _iter_numbers(dossier):
        if aantal is not None and 0 < aantal < grens:
            yield _warn(plek, f"{wat} is minder dan {grens}; dit aantal wordt niet getoond")


def _iter_numbers(dossier: Dossier) -> Iterator[tuple[Plek, str, int | None]]:
    """Numbers of people outside the surveys, with their place."""
    programma, waar = dossier.programma, dossier.plekken.waar
    for item in programma.belemmeringen:
        plek = waar("belemmering", item.id, "meldingen")
        yield plek, f"het aantal meldingen van '{item.id}'", item.meldingen
    for session in programma.bijeenkomsten:
        plek = waar("bijeenkomst", session.id, "deelnemers")
        yield plek, f"het aantal deelnemers van '{session.id}'", session.deelnemers
    for index, task in enumerate(programma.challenge.opdrachten if programma.challenge else ()):
        plek = waar("challenge", "challenge", "opdrachten", index, "deelnemers")
        yield plek, f"het aantal deelnemers van opdracht '{task.id}'", task.deelnemers


def _warn(plek: Plek, melding: str) -> Finding:
    return waarschuwing(
        Code.GROEP_TE_KLEIN, plek, melding, "u hoeft niets te doen; laat het getal gewoon staan"
    )


def find_peiling_telt_niet_op(dossier: Dossier) -> Iterator[Finding]:
    """A statement whose answers by afdeling are others than its answers by niveau.

    Both are the same people, so a difference is a mistake, and would tell of a group.
    """
    if dossier.plekken.is_half("bewustzijn", "bewustzijn"):
        return
    totals: dict[str, dict[str, list[int]]] = {"niveau": {}, "afdeling": {}}
    first: dict[str, int] = {}
    for index, row in enumerate(_list_rows(dossier, "bewustzijn")):
        filled = _list_filled(row)
        if len(filled) != 1:  # a finding of its own
            return
        if isinstance(row, Antwoordgroep):
            veld = filled[0]
            counts = (*row.verdeling, row.weet_niet)
            sums = totals[veld].setdefault(row.stelling, [0] * len(counts))
            totals[veld][row.stelling] = [a + b for a, b in zip(sums, counts, strict=True)]
            first.setdefault(row.stelling, index)
    if not all(totals.values()):
        return
    for stelling, index in first.items():
        niveau, afdeling = (totals[veld].get(stelling) for veld in ("niveau", "afdeling"))
        if niveau != afdeling:
            yield fout(
                Code.PEILING_TELT_NIET_OP,
                _place(dossier, "bewustzijn", index, "stelling"),
                f"bij '{stelling}' zijn de antwoorden per niveau ({_show(niveau)}) anders dan per "
                f"afdeling ({_show(afdeling)})",
                "tel dezelfde mensen twee keer: per niveau en per afdeling, met dezelfde uitkomst",
            )


def _show(counts: list[int] | None) -> str:
    if counts is None:
        return "geen"
    return f"{sum(counts)}: {' '.join(map(str, counts))}"


def find_groep_dubbel(dossier: Dossier) -> Iterator[Finding]:
    """The same group twice with the same statement, or the same topic at the same moment."""
    seen: set[tuple[object, ...]] = set()
    for soort, index, row in _iter_rows(dossier):
        veld, name = _name_groep(row)
        if len(_list_filled(row)) > 1:  # a finding of its own
            continue
        key = (soort, veld, name, *_name_topic(row))
        if key in seen:
            who = f"{veld} '{name}'" if veld else "alle deelnemers samen"
            yield fout(
                Code.METING_DUBBEL,
                _place(dossier, soort, index, veld),
                f"{who} staat hier twee keer met hetzelfde onderwerp",
                "haal een van de twee regels weg, of tel ze bij elkaar op",
            )
        seen.add(key)


def find_stelling_onbekend(dossier: Dossier) -> Iterator[Finding]:
    """Answers to a statement that is not in the survey."""
    meting = dossier.programma.bewustzijn
    known = [stelling.id for stelling in meting.stellingen] if meting else []
    for index, row in enumerate(meting.antwoorden if meting else ()):
        if row.stelling not in known:
            yield fout(
                Code.VERWIJZING_ONBEKEND,
                _place(dossier, "bewustzijn", index, "stelling"),
                f"stelling: '{row.stelling}' bestaat niet",
                suggest(row.stelling, known),
            )
