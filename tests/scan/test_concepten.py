"""A draft of a stand: the scan knows by itself that nobody may read it."""

from __future__ import annotations

from generator.model.programma import Programma
from generator.model.vaststelling import Vaststelling
from generator.scan.geheimen import iter_waarden, list_geheimen, list_openbaar

TEKST = "Het contract met de aannemer wordt voor de kerst beëindigd."


def _find(programma: Programma) -> set[str]:
    """What is secret when nothing at all was narrowed."""
    alle = list(iter_waarden(programma))
    return {str(item.inhoud) for item in list_geheimen(alle, list_openbaar(alle, alle))}


def test_words_of_a_draft_are_secret_whatever_was_narrowed(proefdorp: Programma) -> None:
    """A draft that narrow would forget to drop is still found."""
    actie = {"actie": "A-0001", "actiestatus": "in_uitvoering", "toelichting": TEKST}
    fields = {"rapportage": "de rapportage", "acties": [actie]}
    adopted = Vaststelling.model_validate({"id": "2026-11-15", **fields})
    draft = adopted.model_copy(update={"concept": True})
    assert TEKST in _find(proefdorp.model_copy(update={"vastgesteld": (draft,)}))
    assert TEKST not in _find(proefdorp.model_copy(update={"vastgesteld": (adopted,)}))
