"""What is hidden changes nothing in public: not a word, not a number, not an order, not a link.

The programme of the sample is opened as far as its rules allow, and hidden things are planted in
it: a twin of every record for each way in which a record can be hidden, named by whatever may name
it, and a canary in every field of the intranet. The public edition must stay the same, byte by
byte; a canary that sings anywhere would be a difference. How these tests were seen to fail, each
guard broken once: `zichtbaarheid`, `openbaar_met` and consent not looked at, references kept, and
opportunities counted before the edition was narrowed. Which fields are of the intranet is kept in
tests/model/test_model.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

import pytest
from jinja2 import FileSystemBytecodeCache
from pydantic.fields import FieldInfo

from generator.derive import derive
from generator.derive.feiten import Feiten, Indicatorfeiten
from generator.model.acties import Actie, Mijlpaal
from generator.model.basis import (
    PUBLIEK,
    Editie,
    Model,
    Verwijzing,
    Zichtbaarheid,
    find_model,
    walk,
)
from generator.model.bijsturing import Bijsturing
from generator.model.datums import parse_periode
from generator.model.indicatoren import Indicator
from generator.model.oordelen import Indicatoroordeel, Voortgangsoordeel
from generator.model.paginas import PAGINAS
from generator.model.programma import COLLECTIES, ONDERDELEN, Programma
from generator.model.vaststelling import Actiestand
from generator.model.waarden import NVT
from generator.model.werk import Steunpunt
from generator.narrow import narrow
from generator.narrow.vastgesteld import choose_vaststelling, restore_stand
from generator.pipeline import inspect, prepare
from generator.present import present
from generator.present.page import Site
from tests.programmes import ROOT

KANARIE: Final = "kanarie"
PEILDATUM: Final = date(2026, 10, 1)
ANDERS: Final = {
    int: 7654321,
    bool: True,
    Decimal: Decimal(7654321),
    date: date(2099, 9, 9),
}
"""Another value of the same kind, for fields that hold no text."""
type_publish = Callable[..., dict[str, str]]
NAMEN: Final = frozenset({"id", "pad"})
"""Fields by which others name a record."""


def _change(record: Any, make: Callable[[Model, str], Any]) -> Any:
    """The record, and all in it, with every field as `make` says; the records inside go first."""
    if isinstance(record, tuple):
        return tuple(_change(item, make) for item in record)
    if not isinstance(record, Model):
        return record
    fields = type(record).model_fields
    inner = {name: _change(getattr(record, name), make) for name in fields}
    changed = record.model_copy(update=inner)
    return changed.model_copy(update={name: make(changed, name) for name in fields})


def _is_reference(field: FieldInfo) -> bool:
    """Whether a field names another record."""
    return any(isinstance(mark, Verwijzing) and not mark.woordenlijst for mark in field.metadata)


def _vary(record: Model, name: str) -> Any:
    """Another value for a field, of the kind that it holds; records and references stay."""
    field, value = type(record).model_fields[name], getattr(record, name)
    if find_model(field.annotation) or isinstance(value, Zichtbaarheid):
        return value
    if _is_reference(field):
        return value
    if "str" in str(field.annotation) and value != NVT:
        return (KANARIE,) if isinstance(value, tuple) else KANARIE
    kind = type(value)
    return ANDERS.get(kind, parse_periode("2099") if "Periode" in kind.__name__ else value)


# --- a programme that shows all it may --------------------------------------------------------


def _open(record: Model, name: str) -> Any:
    """What makes a record public, filled in where it is not."""
    cls, value = type(record), getattr(record, name)
    if name == "zichtbaarheid":
        return Zichtbaarheid.PUBLIEK
    if name in {cls.openbaar_met, cls.te_tonen_met} and not value:
        return True if isinstance(value, bool) else "2025-001"
    return value


@pytest.fixture(scope="module")
def open_programma() -> Programma:
    """The sample, with everything public that may be."""
    programma = inspect(ROOT).programma
    assert programma is not None
    opened: Programma = _change(programma, _open)
    # What is as it was adopted: see test_besluit.py.
    return opened.model_copy(update={"vastgesteld": ()})


def _list_texts(site: Site) -> dict[str, str]:
    """Everything that is published, by name."""
    texts = {page.bestand: page.markdown for page in site.pages}
    texts |= {item.bestand: item.inhoud for item in site.assets if isinstance(item.inhoud, str)}
    pictures = {a.bestand: a.inhoud for a in site.assets if isinstance(a.inhoud, bytes)}
    texts |= {name: content.decode("latin-1") for name, content in pictures.items()}
    return texts | {"nav": repr(site.nav), "rest": repr((site.buiten_menu, site.instellingen))}


@pytest.fixture(scope="module")
def publish(tmp_path_factory: pytest.TempPathFactory) -> type_publish:
    """All texts of an edition; templates are compiled once."""
    compiled = FileSystemBytecodeCache(str(tmp_path_factory.mktemp("sjablonen")))

    def run(programma: Programma, editie: Editie, peildatum: date = PEILDATUM) -> dict[str, str]:
        return _list_texts(prepare(programma, editie, peildatum, compiled))

    return run


@pytest.fixture(scope="module")
def publiek(open_programma: Programma, publish: type_publish) -> dict[str, str]:
    """All texts of the public edition, with nothing hidden in the programme."""
    return publish(open_programma, Editie.PUBLIEK)


def _assert_same(found: dict[str, str], expected: dict[str, str]) -> None:
    assert found.keys() == expected.keys()
    for name, text in found.items():
        assert KANARIE not in text, name
        assert text == expected[name], name


# --- hidden records ---------------------------------------------------------------------------


def _list_hidden(record: Model) -> Iterator[dict[str, Any]]:
    """Each way to hide a record of this class."""
    cls = type(record)
    fields = cls.model_fields
    if "zichtbaarheid" in fields:
        yield {"zichtbaarheid": Zichtbaarheid.INTERN}
    for name in (cls.openbaar_met, cls.te_tonen_met):
        if name:
            yield {name: fields[name].get_default()}


def _make_twins(record: Model) -> Iterator[Model]:
    """The record for each way to hide it, with other values throughout."""
    for number, hidden in enumerate(_list_hidden(record)):
        twin = _change(record, _vary)
        names = dict.fromkeys(NAMEN & twin.model_fields_set, f"{KANARIE}_{number}")
        yield twin.model_copy(update=names | hidden)


def _add_twins(record: Model, name: str) -> Any:
    """The records of a field with hidden twins of the first, in front and behind."""
    value = getattr(record, name)
    if isinstance(value, tuple) and value and isinstance(value[0], Model):
        twins = tuple(_make_twins(value[0]))
        return (*twins[:1], *value, *twins[1:])
    return value


def _name_twins(record: Model, name: str) -> Any:
    """A list of references that also names everything hidden of its kind."""
    value = getattr(record, name)
    if _is_reference(type(record).model_fields[name]) and isinstance(value, tuple):
        return (f"{KANARIE}_0", *value, f"{KANARIE}_1")
    return value


def test_every_way_to_hide_is_in_the_sample(open_programma: Programma) -> None:
    """The sample has a record of every class that can be hidden, or these tests promise little."""
    names = (*COLLECTIES.values(), *ONDERDELEN)
    assert [name for name in names if not getattr(open_programma, name)] == ["vastgesteld"]
    classes = {type(item).__name__ for _, item in walk(open_programma) if [*_list_hidden(item)]}
    assert classes >= {"Actie", "Kans", "Route", "Themaambitie", "Verhaal", "Stakeholder", "Succes"}


def test_hidden_records_change_nothing_in_public(
    open_programma: Programma, publiek: dict[str, str], publish: type_publish
) -> None:
    """Who reads the public site cannot know that something hidden exists, nor how much of it."""
    planted = _change(open_programma, _name_twins)
    planted = _change(planted, _add_twins)
    assert repr(planted).count(KANARIE) > 800
    _assert_same(publish(planted, Editie.PUBLIEK), publiek)


def test_reported_status_of_a_hidden_action_is_not_public(
    open_programma: Programma, publish: type_publish
) -> None:
    """A report may name actions of the intranet; the public edition still does not."""
    hidden = open_programma.acties[0].model_copy(
        update={"id": KANARIE, "titel": KANARIE, "zichtbaarheid": Zichtbaarheid.INTERN}
    )
    stand = inspect(ROOT).programma
    assert stand is not None
    (report, *_) = stand.vastgesteld
    more = Actiestand(actie=KANARIE, actiestatus=hidden.actiestatus, reden=KANARIE)
    without = open_programma.model_copy(update={"vastgesteld": (report,)})
    planted = open_programma.model_copy(
        update={
            "acties": (hidden, *open_programma.acties),
            "vastgesteld": (report.model_copy(update={"acties": (*report.acties, more)}),),
        }
    )
    _assert_same(publish(planted, Editie.PUBLIEK), publish(without, Editie.PUBLIEK))


@pytest.mark.parametrize("part", sorted(set(ONDERDELEN) - {"huisstijl"}))  # seen by everyone
def test_hidden_part_is_as_good_as_absent(
    open_programma: Programma, publish: type_publish, part: str
) -> None:
    """A part that is intern leaves no page, figure, row or total behind."""
    hidden = _change(getattr(open_programma, part), _vary)
    if part != "draagvlak":
        hidden = hidden.model_copy(update={"zichtbaarheid": Zichtbaarheid.INTERN})
    planted = open_programma.model_copy(update={part: hidden})
    absent = open_programma.model_copy(update={part: None})
    assert KANARIE in repr(hidden)
    _assert_same(publish(planted, Editie.PUBLIEK), publish(absent, Editie.PUBLIEK))


def test_support_on_a_page_of_the_intranet_is_not_public(open_programma: Programma) -> None:
    """What a phase rests on is told in public only where everyone can look it up."""
    (first, *others) = open_programma.fasedoelen
    punten = (
        Steunpunt(tekst=KANARIE, pagina="wat-past-bij-ons"),
        Steunpunt(tekst="Kansen", pagina="kansenkaart"),
    )
    changed = open_programma.model_copy(
        update={"fasedoelen": (first.model_copy(update={"onderbouwing": punten}), *others)}
    )
    shown = {editie: narrow(changed, editie).fasedoelen[0].onderbouwing for editie in Editie}
    assert shown == {Editie.INTERN: punten, Editie.PUBLIEK: punten[1:]}


# --- what happened after the report -----------------------------------------------------------


@pytest.fixture(scope="module")
def gerapporteerd(open_programma: Programma) -> Programma:
    """The programme that shows all it may, with the report of the sample."""
    programma = inspect(ROOT).programma
    assert programma is not None
    return open_programma.model_copy(update={"vastgesteld": programma.vastgesteld})


LATER: Final = date(2026, 12, 1)
NADIEN: Final = date(2026, 11, 15)


def _go_on(record: Model, name: str) -> Any:
    """A field as it could be two months after the report.

    When an action was last confirmed is left alone: its file keeps one day, so that an earlier one
    is not known any more (tests/narrow/test_vastgesteld.py).
    """
    value = getattr(record, name)
    other = "in_uitvoering" if value == "gepauzeerd" else "gepauzeerd"
    later: dict[tuple[type[Model], str], Any] = {
        (Actie, "actiestatus"): other,
        (Actie, "reden"): KANARIE,
        (Mijlpaal, "behaald"): value or parse_periode("2026-11"),
        (Bijsturing, "teruggekeken_op"): value or NADIEN,
        (Bijsturing, "uitkomst"): value or KANARIE,
    }
    return later.get((type(record), name), value)


def _measure_on(indicator: Indicator) -> Indicator:
    """An indicator with its newest values typed over, and corrections that came out later."""
    newest = max(item.jaar for item in indicator.metingen if item.waarde is not None)
    typed = tuple(
        item.model_copy(update={"waarde": item.waarde + 1})
        if item.jaar == newest and item.waarde is not None
        else item
        for item in indicator.metingen
    )
    corrected = tuple(
        item.model_copy(
            update={
                "waarde": Decimal(7654321),
                "publicatie": parse_periode("2026-11"),
                "reden": KANARIE,
            }
        )
        for item in indicator.metingen
    )
    return indicator.model_copy(update={"metingen": (*typed, *corrected)})


def test_what_happened_after_the_report_changes_nothing_in_public(
    gerapporteerd: Programma, publish: type_publish
) -> None:
    """Until the next report everyone reads the last one: no newer status, value or decision."""
    planted = _change(gerapporteerd, _go_on)
    first = planted.bijsturingen[0]
    later = first.model_copy(update={"id": KANARIE, "titel": KANARIE, "datum": NADIEN})
    reported = {item.indicator for item in gerapporteerd.vastgesteld[0].indicatoren if item.waarde}
    # A new report that nobody may see yet.
    to_come = gerapporteerd.vastgesteld[0].model_copy(
        update={"id": "2027-01-15", "rapportage": KANARIE}
    )
    planted = planted.model_copy(
        update={
            "bijsturingen": (*planted.bijsturingen, later),
            "vastgesteld": (*planted.vastgesteld, to_come),
            "indicatoren": tuple(
                _measure_on(item) if item.id in reported else item for item in planted.indicatoren
            ),
        }
    )
    assert repr(planted).count(KANARIE) > 60
    _assert_same(publish(planted, Editie.PUBLIEK, LATER), publish(gerapporteerd, Editie.PUBLIEK))
    assert KANARIE in repr(publish(planted, Editie.INTERN, LATER))


# --- steering: what colleagues see and others do not ------------------------------------------


def test_verdict_by_hand_is_not_public(gerapporteerd: Programma, publish: type_publish) -> None:
    """Who judged otherwise than the rules is for colleagues; everyone reads what was adopted."""
    oordeel = {"reden": KANARIE, "rol": KANARIE, "datum": "2026-09-01"}
    light = Voortgangsoordeel.model_validate(
        oordeel | dict.fromkeys(("waarde", "kwaliteit", "tijd", "geld"), "bijsturen")
    )
    verdict = Indicatoroordeel.model_validate(oordeel | {"waarde": "niet_gehaald"})

    def judge(record: Model, name: str) -> Any:
        by_hand = {"voortgang_handmatig": light, "oordeel_handmatig": verdict}
        return by_hand.get(name, getattr(record, name))

    planted = _change(gerapporteerd, judge)
    _assert_same(publish(planted, Editie.PUBLIEK), publish(gerapporteerd, Editie.PUBLIEK))
    intern = publish(planted, Editie.INTERN)
    for name in ("acties/a-0001.md", "indicatoren/mki_totaal.md"):
        assert KANARIE in intern[name], name


def _widen(feiten: Feiten) -> Feiten:
    """The facts with another forecast and another band around it, and the same words about it."""
    numbers: dict[str, Any] = {
        "verwacht": Decimal(7654321),
        "laag": Decimal(7654322),
        "hoog": Decimal(7654323),
    }

    def change(feit: Indicatorfeiten) -> Indicatorfeiten:
        own = feit.koers
        lijn = own.lijn and replace(own.lijn, traagst=Fraction(7654324), snelst=Fraction(7654325))
        koers = replace(
            own,
            lijn=lijn,
            doorrekening=tuple(replace(item, **numbers) for item in own.doorrekening),
            tekening=tuple(replace(item, **numbers) for item in own.tekening),
        )
        return replace(feit, koers=koers)

    indicatoren = {name: change(feit) for name, feit in feiten.indicatoren.items()}
    return replace(feiten, indicatoren=indicatoren)


def test_numbers_of_a_forecast_are_not_public(gerapporteerd: Programma) -> None:
    """How far a value could come, and how far at least and at most, only colleagues read."""
    vaststelling = choose_vaststelling(gerapporteerd, Editie.PUBLIEK, PEILDATUM)
    assert vaststelling is not None
    for editie in Editie:
        programma = gerapporteerd
        if editie is Editie.PUBLIEK:
            programma = restore_stand(programma, vaststelling)
        feiten = derive(narrow(programma, editie), editie=editie, peildatum=PEILDATUM)
        assert any(feit.koers.doorrekening for feit in feiten.indicatoren.values())
        before, after = (_list_texts(present(item)) for item in (feiten, _widen(feiten)))
        assert (after == before) is (editie is Editie.PUBLIEK)


def test_pages_and_calendars_of_the_intranet_are_not_public(
    gerapporteerd: Programma, publish: type_publish
) -> None:
    """Money, hours, gaps in the spread of actions and the calendar of a team are for colleagues."""
    files = {editie: publish(gerapporteerd, editie) for editie in Editie}
    intern = {item.pad for item in PAGINAS if item.zichtbaarheid is Zichtbaarheid.INTERN}
    pages = {f"{pad}.md" for pad in intern if pad.startswith("voortgang/")}
    assert {"voortgang/spreiding.md", "voortgang/kosten.md"} <= pages <= set(files[Editie.INTERN])
    assert not pages & set(files[Editie.PUBLIEK])
    calendars = {name for name in files[Editie.INTERN] if name.endswith(".ics")}
    owners = ("alle-teams", *(team.id for team in gerapporteerd.teams))
    assert calendars == {f"agenda/{name}.ics" for name in owners}
    for name, text in files[Editie.PUBLIEK].items():
        assert not name.endswith(".ics"), name
        assert not re.search(r"VCALENDAR|agenda/\w+\.ics", text), name


# --- fields of the intranet -------------------------------------------------------------------


def _vary_hidden(record: Model, name: str) -> Any:
    if PUBLIEK in type(record).model_fields[name].metadata:
        return getattr(record, name)
    return _vary(record, name)


def test_fields_of_the_intranet_change_nothing_in_public(
    open_programma: Programma, publiek: dict[str, str], publish: type_publish
) -> None:
    """Budgets, hours, quotes, support and whatever else is intern touches no public page."""
    planted = _change(open_programma, _vary_hidden)
    assert repr(planted).count(KANARIE) > 500
    _assert_same(publish(planted, Editie.PUBLIEK), publiek)


def _list_fields(cls: type[Model], done: set[type[Model]]) -> Iterator[tuple[type[Model], str]]:
    """Every field with a text that is for the intranet only, of a class and those inside."""
    done.add(cls)
    for name, field in cls.model_fields.items():
        inner = find_model(field.annotation)
        is_hidden = not inner and PUBLIEK not in field.metadata
        if inner and inner not in done:
            yield from _list_fields(inner, done)
        elif is_hidden and not _is_reference(field) and "str" in str(field.annotation):
            yield cls, name


def test_intranet_shows_every_text_that_is_for_the_intranet(
    open_programma: Programma, publish: type_publish
) -> None:
    """Nothing that an advisor writes for colleagues is written in vain."""

    def mark(record: Model, name: str) -> Any:
        if (type(record), name) not in fields:
            return getattr(record, name)
        text = f"{KANARIE}{type(record).__name__}{name.replace('_', '')}"
        return (text,) if isinstance(getattr(record, name), tuple) else text

    fields = set(_list_fields(Programma, set()))
    # Who gave a score, and in which moment and group, is looked up by the fields of the first; of
    # the second there is none here, and test_wijzigingen.py looks for its seals.
    elsewhere = {"Draagvlakscore", "Vaststelling"}
    fields = {(cls, name) for cls, name in fields if cls.__name__ not in elsewhere}
    shown = " ".join(publish(_change(open_programma, mark), Editie.INTERN).values())
    missing = {
        (cls.__name__, name)
        for cls, name in fields
        if f"{KANARIE}{cls.__name__}{name.replace('_', '')}" not in shown
    }
    assert not missing


def test_nothing_without_consent_is_on_the_intranet(
    open_programma: Programma, publish: type_publish
) -> None:
    """A story or success that nobody agreed to is on neither site, nor is any trace of it."""

    def add(record: Model, name: str) -> Any:
        value = getattr(record, name)
        first = value[0] if isinstance(value, tuple) and value else None
        asks = type(first).te_tonen_met if isinstance(first, Model) else None
        if first is None or asks is None:
            return value
        unasked = _change(first, _vary)
        names = dict.fromkeys(NAMEN & unasked.model_fields_set, KANARIE)
        return (unasked.model_copy(update={**names, asks: False}), *value)

    planted = _change(open_programma, add)
    assert repr(planted).count(KANARIE) > 4
    _assert_same(publish(planted, Editie.INTERN), publish(open_programma, Editie.INTERN))
