"""What the page of an action says about how it goes follows from the data, and hides nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from html import unescape
from typing import Any, Final

import pytest
from jinja2 import FileSystemBytecodeCache

from generator.model.basis import Editie, Lichtregel
from generator.model.oordelen import Indicatoroordeel, Voortgangsoordeel
from generator.model.programma import Programma
from generator.pipeline import prepare

type_read = Callable[..., dict[str, str]]

PEILDATUM: Final = date(2026, 10, 1)
INDICATOR: Final = "restafval_inw"
"""To which action A-0001 of Proefdorp contributes."""


@pytest.fixture(scope="module")
def read_pages(proefdorp: Programma, tmp_path_factory: pytest.TempPathFactory) -> type_read:
    """The pages of an edition, with parts of Proefdorp changed; templates are compiled once."""
    compiled = FileSystemBytecodeCache(str(tmp_path_factory.mktemp("sjablonen")))

    def read(
        editie: Editie = Editie.INTERN, op: date = PEILDATUM, **changes: Any
    ) -> dict[str, str]:
        changed = proefdorp.model_copy(update=changes)
        pages = prepare(changed, editie, op, compiled).pages
        return {page.pad: " ".join(unescape(page.markdown).split()) for page in pages}

    return read


def change_actie(programma: Programma, number: int, **fields: Any) -> Any:
    """The actions, one of them changed."""
    return tuple(
        item.model_copy(update=fields) if at == number else item
        for at, item in enumerate(programma.acties, start=1)
    )


def change_indicator(programma: Programma, **fields: Any) -> Any:
    """The indicators, that of action A-0001 changed."""
    return tuple(
        item.model_copy(update=fields) if item.id == INDICATOR else item
        for item in programma.indicatoren
    )


def make_hand(waarde: str, datum: str = "2026-09-20") -> Voortgangsoordeel:
    """A verdict by hand on an action."""
    return Voortgangsoordeel.model_validate(
        {"waarde": waarde, "datum": datum, "rol": "programmaleider", "reden": "Afgesproken."}
    )


def let_it_worsen(programma: Programma) -> Any:
    """The indicators, that of action A-0001 ending above its baseline."""
    (indicator,) = [item for item in programma.indicatoren if item.id == INDICATOR]
    *others, last = indicator.metingen
    worse = last.model_copy(update={"waarde": last.waarde and last.waarde + 100})
    return change_indicator(programma, metingen=(*others, worse))


def test_worsening_indicator_is_named_at_its_action(
    proefdorp: Programma, read_pages: type_read
) -> None:
    """An action that contributes to an indicator that goes back says so, also when on schedule."""
    told = "een indicator waar deze actie aan bijdraagt, gaat achteruit"
    assert told not in read_pages()["acties/a-0001"]
    page = read_pages(indicatoren=let_it_worsen(proefdorp))["acties/a-0001"]
    assert told in page
    assert "Achteruitgang" in page.partition(told)[2][:300]
    assert "Op schema" in page


def test_verdict_by_hand_on_an_indicator_does_not_hide_that_it_worsens(
    proefdorp: Programma,
    read_pages: type_read,
) -> None:
    """A better verdict by hand stands beside the computed one; the action still names both."""
    oordeel = Indicatoroordeel.model_validate(
        {"waarde": "op_koers", "datum": "2026-09-20", "rol": "wethouder", "reden": "Tijdelijk."}
    )
    worsened = let_it_worsen(proefdorp)
    indicatoren = tuple(
        item.model_copy(update={"oordeel_handmatig": oordeel}) if item.id == INDICATOR else item
        for item in worsened
    )
    page = read_pages(indicatoren=indicatoren)["acties/a-0001"]
    told = page.partition("gaat achteruit")[2][:600]
    assert "Op koers" in told.partition("Berekend:")[0]
    assert "Achteruitgang" in told.partition("Berekend:")[2]


def test_action_that_is_ready_still_names_a_worsening_indicator(
    proefdorp: Programma, read_pages: type_read
) -> None:
    """Without a light of its own an action does not hide how its indicator goes."""
    acties = change_actie(proefdorp, 1, actiestatus="afgerond")
    page = read_pages(acties=acties, indicatoren=let_it_worsen(proefdorp))
    assert "gaat achteruit" in page["acties/a-0001"]
    assert "Dat komt doordat" not in page["acties/a-0001"]


def test_late_milestone_is_shown_under_every_verdict_by_hand(
    proefdorp: Programma, read_pages: type_read
) -> None:
    """Who calls an action on schedule does not make its late milestone disappear."""
    (first, *_) = proefdorp.acties
    late = first.mijlpalen[1].model_copy(update={"gepland": first.mijlpalen[0].gepland})
    fields = {"mijlpalen": (late,), "voortgang_handmatig": make_hand("volgens_verwachting")}
    pages = read_pages(acties=change_actie(proefdorp, 1, **fields))
    page = pages["acties/a-0001"]
    assert "datum voorbij" in page.partition("## Mijlpalen")[2]
    assert "mijlpaal voorbij" in page.partition("## ")[0]
    assert "Een mijlpaal is meer dan 30 dagen voorbij." in page
    row = pages["acties/index"].partition("A-0001")[2].partition("</tr>")[0]
    assert "mijlpaal voorbij" in row
    assert "berekend: Aandacht nodig" in row


@pytest.mark.parametrize(
    ("oordeel", "is_mark"),
    [
        ("volgens_verwachting", True),
        ("onbekend", True),
        ("aandachtspunt", False),
        ("bijsturen", False),
    ],
)
def test_late_date_is_said_once_and_stands_out_where_the_light_does_not_warn(
    proefdorp: Programma, read_pages: type_read, oordeel: str, *, is_mark: bool
) -> None:
    """Under a light that warns the date is its reason; under any other it is a warning itself."""
    (first, *_) = proefdorp.acties
    late = first.mijlpalen[1].model_copy(update={"gepland": first.mijlpalen[0].gepland})
    fields = {"mijlpalen": (late,), "voortgang_handmatig": make_hand(oordeel)}
    pages = read_pages(acties=change_actie(proefdorp, 1, **fields))
    row = pages["acties/index"].partition("A-0001")[2].partition("</tr>")[0]
    assert row.count("mijlpaal voorbij") == 1
    assert ("status--telaat" in row) is is_mark


def test_verdict_by_hand_of_later_is_not_on_the_page(
    proefdorp: Programma, read_pages: type_read
) -> None:
    """A verdict counts from its own day on."""
    fields = {"voortgang_handmatig": make_hand("bijsturen", "2026-10-02")}
    acties = change_actie(proefdorp, 1, **fields)
    assert "oordeel met de hand" not in read_pages(acties=acties)["acties/a-0001"]
    later = read_pages(acties=acties, op=date(2026, 10, 2))
    assert "oordeel met de hand" in later["acties/a-0001"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "bevestigd op 14 september 2026. Dat is niet te lang geleden."),
        (
            {"gecontroleerd_op": date(2026, 2, 1)},
            "toen een mijlpaal werd behaald: april 2026. Dat is niet te lang geleden.",
        ),
        (
            {"gecontroleerd_op": date(2026, 2, 1), "mijlpalen": ()},
            "bevestigd op 1 februari 2026. <strong>Dat is te lang geleden.</strong>",
        ),
        (
            {"voortgang_handmatig": make_hand("onbekend")},
            "bevestigd op 20 september 2026, met een oordeel met de hand.",
        ),
        (
            {"gecontroleerd_op": None, "mijlpalen": ()},
            "De stand is nog nooit bevestigd. <strong>Dat is te lang geleden",
        ),
    ],
)
def test_page_says_when_and_by_what_the_stand_was_confirmed(
    proefdorp: Programma, read_pages: type_read, fields: dict[str, Any], expected: str
) -> None:
    """A reader sees how old a stand is, what confirmed it and whether that is too long ago."""
    fields = {"voortgang_handmatig": None} | fields
    pages = read_pages(acties=change_actie(proefdorp, 1, **fields))
    assert expected in pages["acties/a-0001"]


def test_programme_without_a_term_for_confirming_calls_nothing_too_old(
    proefdorp: Programma,
    read_pages: type_read,
) -> None:
    """Where no rule says how long a confirmation lasts, its date is told and not judged."""
    regels = tuple(
        item for item in proefdorp.voortgangsregels if item.soort is not Lichtregel.NIET_BEVESTIGD
    )
    page = read_pages(voortgangsregels=regels)["acties/a-0001"]
    assert "bevestigd op 14 september 2026" in page
    assert "te lang geleden" not in page


def test_programme_without_rules_shows_no_light_anywhere(read_pages: type_read) -> None:
    """Without rules there is no light, no column and no filter, and the page of an action stays."""
    pages = read_pages(voortgangsregels=())
    assert "## Voortgang" not in pages["acties/a-0001"]
    assert "oordeel--" not in pages["acties/index"]
    assert 'name="voortgang"' not in pages["acties/index"]
    assert "Voortgang</th>" not in pages["acties/index"]
    assert "Voortgang</th>" in read_pages()["acties/index"]


def test_everyone_reads_no_reasons(proefdorp: Programma, read_pages: type_read) -> None:
    """The public page has the light of the report; what the rules say today is not there."""
    acties = change_actie(proefdorp, 1, voortgang_handmatig=make_hand("bijsturen", "2026-06-01"))
    indicatoren = let_it_worsen(proefdorp)
    intern, publiek = (
        read_pages(editie, acties=acties, indicatoren=indicatoren)["acties/a-0001"]
        for editie in (Editie.INTERN, Editie.PUBLIEK)
    )
    for words in ("oordeel met de hand", "gaat achteruit", "Volgens de regels", "bevestigd op"):
        assert words in intern
        assert words not in publiek.partition("## Mijlpalen")[0]
