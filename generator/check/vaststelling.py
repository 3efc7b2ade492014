"""Rules about the adopted stand: each action once, with a reason where it was stopped."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.dossier import Dossier
from generator.findings import Code, Finding, fout
from generator.model.basis import Klasse


def find_stand_dubbel(dossier: Dossier) -> Iterator[Finding]:
    """An action that stands twice in one report."""
    for vaststelling in dossier.programma.vastgesteld:
        seen: set[str] = set()
        for index, stand in enumerate(vaststelling.acties):
            if stand.actie in seen:
                yield fout(
                    Code.ID_DUBBEL,
                    dossier.plekken.waar("vaststelling", vaststelling.id, "acties", index, "actie"),
                    f"actie '{stand.actie}' staat twee keer in deze stand",
                    "houd een van de twee",
                )
            seen.add(stand.actie)


def find_stand_zonder_reden(dossier: Dossier) -> Iterator[Finding]:
    """An action that the report calls stopped, without why."""
    statussen = dossier.termen.get("actiestatus", {})
    for vaststelling in dossier.programma.vastgesteld:
        for index, stand in enumerate(vaststelling.acties):
            term = statussen.get(stand.actiestatus)
            if term and term.klasse is Klasse.VERVALLEN and stand.reden is None:
                yield fout(
                    Code.REDEN_ONTBREEKT,
                    dossier.plekken.waar(
                        "vaststelling", vaststelling.id, "acties", index, "actiestatus"
                    ),
                    "deze actie was gestopt, maar er staat niet waarom",
                    "voeg toe: reden: ... (een zin)",
                )
