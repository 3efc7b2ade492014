"""Embargo: until its day something is as good as absent for everyone, and marked for colleagues.

How these tests were seen to fail, each guard broken once: embargo not looked at, the day itself
left out, the day of the report taken for today, and a report under embargo kept.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import pytest
from jinja2 import FileSystemBytecodeCache

from generator.model.acties import Actie
from generator.model.basis import Editie, Model, Zichtbaarheid, find_model
from generator.model.openbaarheid import Openbaarheid, drop_idle, hold_back
from generator.model.programma import Programma
from generator.model.vaststelling import Vaststelling
from generator.pipeline import choose_visible, inspect, prepare
from tests.kanaries.kooi import list_texts
from tests.kanaries.verbergen import PEILDATUM, change, obey, open_up, strip

DAG: Final = timedelta(days=1)
STAND: Final = date(2026, 7, 1)
"""The day of the report of Proefdorp; all of these tests look from PEILDATUM, months later."""
type_publish = Callable[..., dict[str, str]]


def _list_openbaar(cls: type[Model], found: dict[str, type[Model]]) -> dict[str, type[Model]]:
    """Every class below `cls` that can be opened on a day, by name."""
    for info in cls.model_fields.values():
        inner = find_model(info.annotation)
        if inner and inner.__name__ not in found:
            if issubclass(inner, Openbaarheid):
                found[inner.__name__] = inner
            _list_openbaar(inner, found)
    return found


KLASSEN: Final = _list_openbaar(Programma, {})


MEE_DICHT: Final = frozenset({"Afdeling", "Beeld"})
"""What is shown only by what needs it, and that is intern here as well."""


@pytest.fixture(scope="module")
def publish(tmp_path_factory: pytest.TempPathFactory) -> type_publish:
    """All that publish would write of an edition; templates are compiled once."""
    compiled = FileSystemBytecodeCache(str(tmp_path_factory.mktemp("sjablonen")))

    def run(
        programma: Programma, editie: Editie = Editie.PUBLIEK, peildatum: date = PEILDATUM
    ) -> dict[str, str]:
        return list_texts(prepare(programma, editie, peildatum, compiled))

    return run


def _open_from(programma: Programma, cls: type[Model], day: date | None) -> Programma:
    """The programme with every record of a class opened on a day."""

    def make(record: Model, _: bool) -> Model:
        if not isinstance(record, cls) or not isinstance(record, Openbaarheid):
            return record
        return record.model_copy(update={"publiek_vanaf": day})

    made: Programma = change(programma, make)
    return made


def test_every_kind_of_record_can_wait_for_its_day(proefdorp: Programma) -> None:
    """Proefdorp has a record of each kind that can be opened on a day, nested ones included."""
    kinds = set()

    def note(record: Model, _: bool) -> Model:
        kinds.add(type(record).__name__)
        return record

    change(proefdorp, note)
    assert {"Actie", "Reeks", "Proza", "Bevinding", "Verhaal", "Bewustzijnsmeting"} <= set(KLASSEN)
    assert set(KLASSEN) <= kinds


@pytest.mark.parametrize("name", KLASSEN)
def test_embargo_ends_on_its_day(proefdorp: Programma, publish: type_publish, name: str) -> None:
    """The day before it is as good as absent; on the day and after it, everyone sees it all."""
    cls = KLASSEN[name]
    # What cannot do without it is intern, as check asks.
    basis = obey(_open_from(open_up(proefdorp), cls, PEILDATUM + DAG))
    public = publish(_open_from(basis, cls, None))
    assert publish(basis) == publish(strip(basis))
    assert (publish(basis) == public) is (name in MEE_DICHT)
    for day in (PEILDATUM, PEILDATUM - DAG):
        assert publish(_open_from(basis, cls, day)) == public


def test_colleagues_see_it_all_along(proefdorp: Programma, publish: type_publish) -> None:
    """What waits for its day is on the intranet, with the day on which it opens."""
    waiting = _open_from(proefdorp, Actie, date(2026, 12, 1))
    page = publish(waiting, Editie.INTERN)["acties/a-0001.md"]
    assert "Stoeptegels hergebruiken" in page
    assert "openbaar vanaf 1 december 2026" in page
    assert "openbaar vanaf" not in publish(proefdorp, Editie.INTERN)["acties/a-0001.md"]


# --- the day that counts ----------------------------------------------------------------------


def test_embargo_looks_at_today_and_not_at_the_day_of_the_report(
    proefdorp: Programma, publish: type_publish
) -> None:
    """Opened after the last report is open, though everything else is shown as in that report."""
    opened = _open_from(proefdorp, Actie, STAND + DAG)
    assert choose_visible(opened, Editie.PUBLIEK, PEILDATUM)[1] == STAND
    assert publish(opened) == publish(proefdorp)


def _report(day: date, vanaf: date | None, naam: str) -> Vaststelling:
    return Vaststelling.model_validate(
        {"id": day.isoformat(), "rapportage": naam, "publiek_vanaf": vanaf}
    )


@pytest.mark.parametrize(
    ("vanaf", "shown"),
    [
        (PEILDATUM + DAG, "de eerste"),
        (PEILDATUM, "de tweede"),
        (PEILDATUM - DAG, "de tweede"),
        (None, "de tweede"),
    ],
)
def test_report_counts_from_the_day_on_which_everyone_may_see_it(
    proefdorp: Programma, publish: type_publish, vanaf: date | None, shown: str
) -> None:
    """Until that day everyone reads the report before it, and not a word of the new one."""
    reports = (_report(STAND, None, "de eerste"), _report(PEILDATUM, vanaf, "de tweede"))
    files = publish(proefdorp.model_copy(update={"vastgesteld": reports}))
    told = "\n".join(files.values())
    assert f"Stand bij {shown}" in told
    assert told.count("de tweede") == (0 if shown == "de eerste" else told.count(shown))


def test_report_of_today_under_embargo_is_not_shown_for_want_of_another(
    proefdorp: Programma, publish: type_publish
) -> None:
    """Without an older report there is none, even when the new one is of the very day."""
    withheld = _report(PEILDATUM, PEILDATUM + DAG, "de enige")
    planted = proefdorp.model_copy(update={"vastgesteld": (withheld,)})
    assert publish(planted) == publish(proefdorp.model_copy(update={"vastgesteld": ()}))


# --- written in files -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("peildatum", "is_shown"),
    [(date(2026, 11, 30), False), (date(2026, 12, 1), True), (date(2026, 12, 2), True)],
)
def test_series_and_page_of_prose_wait_for_their_day(
    proefdorp_map: Path, publish: type_publish, peildatum: date, is_shown: bool
) -> None:
    """A foreign series and a page of prose open on the day that stands in their file."""
    reeks = proefdorp_map / "data" / "aangeleverd" / "streek_afval.bron.yaml"
    with reeks.open("a", encoding="utf-8") as file:
        file.write("publiek_vanaf: 2026-12-01\n")
    page = proefdorp_map / "content" / "werkwijze.md"
    lines = ["titel: Werkwijze", "omschrijving: Hoe.", "zichtbaarheid: publiek"]
    front = "\n".join(["---", *lines, "publiek_vanaf: 2026-12-01", "---", "", "Zo gaat dat.", ""])
    page.write_text(front, encoding="utf-8")
    programma = inspect(proefdorp_map, asked=peildatum).programma
    assert programma is not None
    files = publish(programma, Editie.PUBLIEK, peildatum)
    assert ("werkwijze.md" in files) is is_shown
    assert ("Restafval, Proefstreek" in files["indicatoren/restafval_inw.md"]) is is_shown
    intern = publish(programma, Editie.INTERN, peildatum)
    assert ("openbaar vanaf 1 december 2026" in intern["werkwijze.md"]) is not is_shown


# --- what colleagues read about it ------------------------------------------------------------


PAGINAS: Final = {
    "acties/a-0001.md": "Actie",
    "indicatoren/restafval_inw.md": "Indicator",
    "themas/openbare_ruimte.md": "Thema",
    "teams/wegen.md": "Team",
    "keuzehulp/stoep.md": "Keuzehulp",
    "werkwijze.md": "Proza",
}


@pytest.mark.parametrize("bestand", PAGINAS)
def test_page_that_not_everyone_sees_says_so(
    proefdorp: Programma, publish: type_publish, bestand: str
) -> None:
    """Who writes or quotes a page knows whether it is public, not at all or from some day."""
    cls = KLASSEN[PAGINAS[bestand]]

    def close(record: Model, _: bool) -> Model:
        closed = {"zichtbaarheid": Zichtbaarheid.INTERN}
        return record.model_copy(update=closed) if isinstance(record, cls) else record

    opened = open_up(proefdorp)
    marks = ("alleen intranet", "openbaar vanaf 2 oktober 2026")
    for programma, expected in (
        (opened, (False, False)),
        (change(opened, close), (True, False)),
        (_open_from(opened, cls, PEILDATUM + DAG), (False, True)),
        (_open_from(opened, cls, PEILDATUM), (False, False)),
    ):
        head = publish(programma, Editie.INTERN)[bestand].partition("\n# ")[0]
        assert tuple(mark in head for mark in marks) == expected


def test_introduction_that_only_colleagues_see_says_so(
    proefdorp: Programma, publish: type_publish
) -> None:
    """On a page for everyone the words that are for colleagues alone are marked."""

    def close(record: Model, _: bool) -> Model:
        is_intro = getattr(record, "pad", "") == "themas/openbare_ruimte"
        closed = {"zichtbaarheid": Zichtbaarheid.INTERN}
        return record.model_copy(update=closed) if is_intro else record

    pages = publish(change(proefdorp, close), Editie.INTERN)
    head, _, rest = pages["themas/openbare_ruimte.md"].partition("\n# ")
    assert "alleen intranet" not in head
    assert rest.index("alleen intranet") < rest.index("Een straat bestaat uit steen en zand")


def test_day_on_something_intern_opens_nothing(proefdorp: Programma) -> None:
    """A day alone makes nothing public: before it, on it and after it the record stays intern."""
    idle = proefdorp.acties[3].model_copy(update={"publiek_vanaf": PEILDATUM + DAG})
    assert idle.zichtbaarheid is Zichtbaarheid.INTERN
    planted = proefdorp.model_copy(update={"acties": (*proefdorp.acties[:3], idle)})
    for later in range(-1, 3):
        held = hold_back(drop_idle(planted), PEILDATUM + later * DAG).acties[3]
        assert (held.zichtbaarheid, held.publiek_vanaf) == (Zichtbaarheid.INTERN, None)
