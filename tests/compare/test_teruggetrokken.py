"""Consent that was withdrawn: the comparison repeats nothing of what may no longer be shown."""

from __future__ import annotations

from collections.abc import Sequence

from generator.compare import Wat, Wijziging, compare, without_withdrawn
from generator.model.draagvlak import Challenge, Succes, Verhaal
from generator.model.programma import Programma

BLIJFT, GEHEIM, ANDERS = "Ik neem nu elke dag de fiets.", "Wij zijn gestopt.", "Wij lenen nu."


def _verhaal(tekst: str) -> Verhaal:
    return Verhaal.model_validate({"tekst": tekst, "toestemming": True, "zichtbaarheid": "publiek"})


def _with_verhalen(programma: Programma, teksten: Sequence[str], **others: str) -> Programma:
    challenge = programma.challenge
    assert isinstance(challenge, Challenge)
    update = {"verhalen": tuple(map(_verhaal, teksten)), **others}
    return programma.model_copy(update={"challenge": challenge.model_copy(update=update)})


def _tell(oud: Programma, nieuw: Programma) -> tuple[Wijziging, ...]:
    return without_withdrawn(compare(oud, nieuw))


def _with_successen(programma: Programma, *successen: Succes) -> Programma:
    return programma.model_copy(update={"successen": successen})


def test_success_that_is_gone_is_not_told(proefdorp: Programma) -> None:
    """Of a success that is shown no more, a report does not say that it was there."""
    first, *_ = proefdorp.successen
    oud, nieuw = _with_successen(proefdorp, first), _with_successen(proefdorp)
    assert [item.wat for item in compare(oud, nieuw)] == [Wat.WEG]
    assert _tell(oud, nieuw) == ()


def test_organisation_that_may_not_be_named_is_not_told(proefdorp: Programma) -> None:
    """An organisation that is gone from a version is not named: it may have asked for that."""
    assert proefdorp.stakeholders
    nieuw = proefdorp.model_copy(update={"stakeholders": ()})
    assert {item.wat for item in compare(proefdorp, nieuw)} == {Wat.WEG}
    assert _tell(proefdorp, nieuw) == ()


def test_success_that_is_new_or_changed_is_told(proefdorp: Programma) -> None:
    """Only what is gone is kept silent: a new success and a new title are changes."""
    first, *_ = proefdorp.successen
    with_one, without = _with_successen(proefdorp, first), _with_successen(proefdorp)
    assert [item.wat for item in _tell(without, with_one)] == [Wat.NIEUW]
    other = _with_successen(proefdorp, first.model_copy(update={"titel": "Een andere kop"}))
    (change,) = _tell(with_one, other)
    assert [field.veld for field in change.velden] == ["titel"]


def test_record_that_asks_for_no_consent_is_told_when_it_is_gone(proefdorp: Programma) -> None:
    """An action that was taken out of the programme is a change."""
    nieuw = proefdorp.model_copy(update={"acties": proefdorp.acties[1:]})
    assert Wat.WEG in {item.wat for item in _tell(proefdorp, nieuw)}


def test_story_that_is_gone_is_not_told(proefdorp: Programma) -> None:
    """When only a story went, nothing is said about its challenge."""
    oud = _with_verhalen(proefdorp, [BLIJFT, GEHEIM])
    nieuw = _with_verhalen(proefdorp, [BLIJFT])
    assert compare(oud, nieuw)
    assert _tell(oud, nieuw) == ()


def test_other_changes_beside_a_story_that_is_gone_are_told(proefdorp: Programma) -> None:
    """What else changed in the challenge is told, without the story."""
    oud = _with_verhalen(proefdorp, [BLIJFT, GEHEIM])
    nieuw = _with_verhalen(proefdorp, [BLIJFT], naam="Een andere naam")
    (change,) = _tell(oud, nieuw)
    assert [field.veld for field in change.velden] == ["naam"]


def test_story_in_the_place_of_another_is_new(proefdorp: Programma) -> None:
    """A new story is told as new: the words that stood in its place may have been withdrawn."""
    oud = _with_verhalen(proefdorp, [BLIJFT, GEHEIM])
    nieuw = _with_verhalen(proefdorp, [BLIJFT, ANDERS])
    (change,) = _tell(oud, nieuw)
    (field,) = change.velden
    (part,) = field.delen
    assert part.nieuw == _verhaal(ANDERS)
    assert part.oud is None
    assert GEHEIM not in repr(change.velden)


def test_consent_that_was_given_is_told_as_new(proefdorp: Programma) -> None:
    """A story that may be shown from now on is new."""
    oud, nieuw = _with_verhalen(proefdorp, [BLIJFT]), _with_verhalen(proefdorp, [BLIJFT, ANDERS])
    (change,) = _tell(oud, nieuw)
    assert [(part.oud, part.nieuw) for part in change.velden[0].delen] == [(None, _verhaal(ANDERS))]
