"""Rules about verdicts: their words and bounds, the rules for the light, and those by hand."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from itertools import pairwise
from typing import Final

from generator.check.dossier import Dossier
from generator.findings import Code, Finding, Plek, fout, tip, waarschuwing
from generator.model.basis import Indicatorstatus, Lichtregel, Voortgang
from generator.model.gelijkenis import suggest
from generator.model.oordelen import Oordeel
from generator.model.regels.koers import BEGRENSD
from generator.model.woordenlijst import Term, Woordenlijst

OORDELEN: Final[Mapping[str, type[StrEnum]]] = {
    "voortgang": Voortgang,
    "indicatorstatus": Indicatorstatus,
}
"""Vocabularies of verdicts, and the verdicts that the program passes."""

BEGRENSDE_TERMEN: Final = frozenset(status.value for status in BEGRENSD)


def find_regel_zonder_getal(dossier: Dossier) -> Iterator[Finding]:
    """A rule that counts days, whose words do not say how many.

    Readers see the words only: they must say what the program does.
    """
    for regel in dossier.programma.voortgangsregels:
        if regel.dagen and not re.search(rf"(?<!\d){regel.dagen}(?!\d)", regel.tekst):
            yield waarschuwing(
                Code.REGEL_ZONDER_GETAL,
                dossier.plekken.waar("voortgangsregel", regel.id, "tekst"),
                f"deze regel geldt na {regel.dagen} dagen, maar dat getal staat niet in de tekst",
                f"noem {regel.dagen} dagen in de tekst, of pas dagen aan",
            )


def find_dagen_overbodig(dossier: Dossier) -> Iterator[Finding]:
    """A number of days at a rule that has no day to count from."""
    for regel in dossier.programma.voortgangsregels:
        if regel.dagen and regel.soort is Lichtregel.GEEN_DATUM:
            yield tip(
                Code.DAGEN_OVERBODIG,
                dossier.plekken.waar("voortgangsregel", regel.id, "dagen"),
                f"een regel van soort {regel.soort} telt geen dagen",
                "haal de regel dagen weg",
            )


def find_oordelen_ontbreken(dossier: Dossier) -> Iterator[Finding]:
    """Verdicts that will be passed, of which nobody wrote the words at all.

    Without words for indicators there are no verdicts on them, which may well be meant so.
    """
    passed: dict[str, Plek] = {}
    for name, place in _list_passed(dossier):
        passed.setdefault(name, place)
    written = dossier.plekken.ids("woordenlijst")
    for name, place in passed.items():
        if name not in written:
            yield fout(
                Code.WOORDENLIJST_ONTBREEKT,
                place,
                f"de woordenlijst '{name}' bestaat niet",
                f"kopieer data/woordenlijst/{name}.yaml van het voorbeeld, of maak het met de "
                f"termen {', '.join(OORDELEN[name])}",
            )
    aimed = next((item for item in dossier.programma.indicatoren if item.streefwaarden), None)
    if aimed and "indicatorstatus" not in {*written, *passed}:
        yield tip(
            Code.WOORDENLIJST_ONTBREEKT,
            dossier.plekken.waar("indicator", aimed.id, "streefwaarden"),
            "zonder de woordenlijst 'indicatorstatus' geeft de site geen oordeel over indicatoren",
            "kopieer data/woordenlijst/indicatorstatus.yaml van het voorbeeld (de termen "
            f"{', '.join(Indicatorstatus)}), of laat dit zo",
        )


def _list_passed(dossier: Dossier) -> Iterator[tuple[str, Plek]]:
    """The vocabularies of verdicts that are needed, each with a place that needs it."""
    programma, waar = dossier.programma, dossier.plekken.waar
    for regel in programma.voortgangsregels:
        yield "voortgang", waar("voortgangsregel", regel.id)
    for report in programma.vastgesteld:
        for index, stand in enumerate(report.acties):
            if stand.voortgang:
                yield "voortgang", waar("vaststelling", report.id, "acties", index, "voortgang")
        for index, _ in enumerate(report.indicatoren):
            yield "indicatorstatus", waar("vaststelling", report.id, "indicatoren", index)


def find_oordeel_ontbreekt(dossier: Dossier) -> Iterator[Finding]:
    """A verdict that its vocabulary does not name, or that does not say what follows from it."""
    for lijst in dossier.programma.woordenlijsten:
        for waarde in OORDELEN.get(lijst.id, ()):
            index = _find_index(lijst, waarde.value)
            if index is None:
                yield fout(
                    Code.OORDEEL_ONTBREEKT,
                    dossier.plekken.waar("woordenlijst", lijst.id, "termen"),
                    f"de term '{waarde.value}' ontbreekt, en de site kan dat oordeel geven",
                    f"voeg toe: - id: {waarde.value}, met naam, definitie en vraagt_besluit",
                )
            elif lijst.termen[index].vraagt_besluit is None:
                yield fout(
                    Code.OORDEEL_ONTBREEKT,
                    _place(dossier, lijst, index),
                    f"bij '{waarde.value}' staat niet of er een besluit nodig is",
                    "voeg toe: vraagt_besluit: true (of false)",
                )


def find_oordeel_onbekend(dossier: Dossier) -> Iterator[Finding]:
    """A term among the verdicts that the program never gives to anything."""
    for lijst in dossier.programma.woordenlijsten:
        known = [waarde.value for waarde in OORDELEN.get(lijst.id, ())]
        for index, term in enumerate(lijst.termen if known else ()):
            if term.id not in known:
                yield fout(
                    Code.KEUZE_ONBEKEND,
                    _place(dossier, lijst, index, "id"),
                    f"'{term.id}' is geen oordeel dat de site kan geven",
                    suggest(term.id, known),
                )


def find_ondergrens_onjuist(dossier: Dossier) -> Iterator[Finding]:
    """Bounds of the verdicts on indicators that are absent, or not each below the one before."""
    lijst = _find_lijst(dossier, "indicatorstatus")
    if lijst is None:
        return
    found = []
    for status in BEGRENSD:
        index = _find_index(lijst, status.value)
        if index is not None and lijst.termen[index].ondergrens is None:
            yield fout(
                Code.ONDERGRENS_ONJUIST,
                _place(dossier, lijst, index),
                f"bij '{status.value}' staat niet vanaf welk deel van het nodige tempo het geldt",
                "voeg toe: ondergrens: ... (bijvoorbeeld 0,95)",
            )
        elif index is not None:
            found.append(index)
            yield from _find_ondergrens_te_hoog(dossier, lijst, index)
    for faster, slower in pairwise(found):
        high, low = lijst.termen[faster], lijst.termen[slower]
        if high.ondergrens is not None and low.ondergrens is not None:
            if high.ondergrens > low.ondergrens:
                continue
            yield fout(
                Code.ONDERGRENS_ONJUIST,
                _place(dossier, lijst, slower, "ondergrens"),
                f"de ondergrens van '{low.id}' is niet lager dan die van '{high.id}'",
                f"schrijf bij {high.id} een hogere ondergrens dan bij {low.id}",
            )


def _find_ondergrens_te_hoog(
    dossier: Dossier, lijst: Woordenlijst, index: int
) -> Iterator[Finding]:
    """A bound that nothing can reach in time, such as 95 where 0.95 was meant."""
    ondergrens = lijst.termen[index].ondergrens
    if ondergrens is not None and ondergrens > 1:
        yield fout(
            Code.ONDERGRENS_ONJUIST,
            _place(dossier, lijst, index, "ondergrens"),
            f"de ondergrens van '{lijst.termen[index].id}' is hoger dan 1: dat is meer dan het "
            "hele tempo dat nodig is",
            "schrijf een deel van 1, bijvoorbeeld 0,95 voor 95%",
        )


def find_oordeelveld_elders(dossier: Dossier) -> Iterator[Finding]:
    """A field of verdicts at a term that is none: it would do nothing there."""
    for lijst in dossier.programma.woordenlijsten:
        is_oordeel = lijst.id in OORDELEN
        bounded = BEGRENSDE_TERMEN if lijst.id == "indicatorstatus" else frozenset[str]()
        for index, term in enumerate(lijst.termen):
            for field in _list_meaningless(term, bounded, is_oordeel=is_oordeel):
                yield fout(
                    Code.VELD_ONBEKEND,
                    _place(dossier, lijst, index, field),
                    f"{field} betekent niets bij '{term.id}'",
                    f"haal de regel {field} weg",
                )


def _list_meaningless(term: Term, bounded: Collection[str], *, is_oordeel: bool) -> Iterator[str]:
    if term.vraagt_besluit is not None and not is_oordeel:
        yield "vraagt_besluit"
    if term.ondergrens is not None and term.id not in bounded:
        yield "ondergrens"


def find_oordeel_na_peildatum(dossier: Dossier) -> Iterator[Finding]:
    """A verdict by hand of a day that has not come yet: it does not count."""
    programma = dossier.programma
    given: list[tuple[str, str, str, Oordeel | None]] = [
        ("actie", actie.id, "voortgang_handmatig", actie.voortgang_handmatig)
        for actie in programma.acties
    ]
    given += [
        ("indicator", indicator.id, "oordeel_handmatig", indicator.oordeel_handmatig)
        for indicator in programma.indicatoren
    ]
    for soort, owner, field, oordeel in given:
        if oordeel and dossier.is_gedateerd and oordeel.datum > dossier.peildatum:
            yield waarschuwing(
                Code.OORDEEL_NA_PEILDATUM,
                dossier.plekken.waar(soort, owner, field, "datum"),
                f"dit oordeel is van {oordeel.datum}, na de peildatum ({dossier.peildatum}): "
                "het telt nog niet",
                "controleer de datum, of zet de peildatum in data/programma.yaml later",
            )


def _find_lijst(dossier: Dossier, name: str) -> Woordenlijst | None:
    return next((item for item in dossier.programma.woordenlijsten if item.id == name), None)


def _find_index(lijst: Woordenlijst, identifier: str) -> int | None:
    ids = [term.id for term in lijst.termen]
    return ids.index(identifier) if identifier in ids else None


def _place(dossier: Dossier, lijst: Woordenlijst, index: int, *path: str) -> Plek:
    return dossier.plekken.waar("woordenlijst", lijst.id, "termen", index, *path)
