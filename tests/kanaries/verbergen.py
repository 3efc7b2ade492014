"""What is hidden, and programmes in which some of it is: by a rule of its own, as check allows."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any, Final, TypeVar

from generator.check import check_programma
from generator.check.dossier import Dossier
from generator.findings import Code, Ernst, Finding
from generator.model.basis import Model, Verwijzing, Zichtbaarheid, list_nested, list_references
from generator.model.huisstijl import Huisstijl
from generator.model.openbaarheid import Openbaarheid, drop_idle, hold_back
from generator.model.paden import list_paden
from generator.model.peilingen import Draagvlakscore
from generator.model.plekken import Plekken, Posities, Vindplaats
from generator.model.programma import COLLECTIES, ONDERDELEN, Programma, iter_records
from generator.model.vaststelling import Vaststelling
from tests.model.test_model import ALLEEN_INTERN, OPENBAAR

PEILDATUM: Final = date(2026, 10, 1)
VERRE_JAREN: Final = (2090, 2100)
"""Years that stand nowhere but in days that are a canary."""
VAST: Final = ("woordenlijsten", "voortgangsregels", "afdelingen")
"""Collections without which nothing is left of a programme."""
PAGINAVELDEN: Final = frozenset({"pagina", "paginas"})
"""Fields that hold the path of a page."""
type_model = TypeVar("type_model", bound=Model)


# --- what is hidden ---------------------------------------------------------------------------


def is_hidden(record: Model) -> bool:
    """Whether everyone may not see this record, and whatever is in it."""
    cls = type(record)
    opens = (cls.openbaar_met, cls.te_tonen_met)
    if any(name and not getattr(record, name) for name in opens):
        return True
    if isinstance(record, Vaststelling) and record.datum > PEILDATUM:
        return True
    if isinstance(record, Openbaarheid) and record.zichtbaarheid is Zichtbaarheid.INTERN:
        return True
    from_day = getattr(record, "publiek_vanaf", None)
    return from_day is not None and from_day > PEILDATUM


@cache
def is_internal(cls: type[Model], name: str) -> bool:
    """Whether a field is for colleagues only, by the list of them and not by its mark."""
    owner = next(base for base in cls.__mro__ if name in vars(base).get("__annotations__", {}))
    return f"{owner.__name__}.{name}" in ALLEEN_INTERN or cls.__name__ not in OPENBAAR


def is_refused(record: Model) -> bool:
    """Whether nobody may see it, colleagues neither: somebody did not agree."""
    name = type(record).te_tonen_met
    return name is not None and not getattr(record, name)


# --- changing a programme ---------------------------------------------------------------------


def change(record: Any, make: Callable[[Model, bool], Any], *, hidden: bool = False) -> Any:
    """The record with every record in it as `make` says, those inside first; None drops it.

    `make` also hears whether the record stands in something hidden, or is hidden itself.
    """
    if isinstance(record, tuple):
        made = (change(item, make, hidden=hidden) for item in record)
        return tuple(item for item in made if item is not None)
    if not isinstance(record, Model):
        return record
    hidden = hidden or is_hidden(record)
    inner, cls = {}, type(record)
    for name in list_nested(cls):
        if value := getattr(record, name):
            inner[name] = change(value, make, hidden=hidden or is_internal(cls, name))
    return make(record.model_copy(update=inner) if inner else record, hidden)


@cache
def list_naming(cls: type[Model]) -> tuple[tuple[str, Verwijzing], ...]:
    """The fields of a class that name another record, with what they refer to."""
    return tuple((name, mark) for name, mark in list_references(cls) if not mark.woordenlijst)


def drop_dangling(programma: Programma) -> Programma:
    """The programme without references to what is not there, and without what needs them."""
    while True:
        known = {
            soort: {item.id for item in getattr(programma, name)}
            for soort, name in COLLECTIES.items()
        }
        known["deelonderwerp"] = {
            part.id for thema in programma.themas for part in thema.deelonderwerpen
        }
        mended: Programma = change(programma, lambda record, _: _mend(record, known))  # noqa: B023
        if mended == programma:
            return _drop_pages(programma)
        programma = mended


def _mend(record: Model, known: Mapping[str, set[str]]) -> Model | None:
    changes: dict[str, Any] = {}
    for name, mark in list_naming(type(record)):
        value = getattr(record, name)
        if value is None:
            continue
        if isinstance(value, tuple):
            there = tuple(item for item in value if item in known[mark.soort])
            if there != value:
                changes[name] = there
        elif value not in known[mark.soort]:
            is_row = isinstance(record, Draagvlakscore)  # without its group it counts twice
            if (
                type(record).model_fields[name].is_required()
                or is_row
                or (mark.onmisbaar and mark.soort != "bron")
            ):
                return None
            changes[name] = None
    return record.model_copy(update=changes) if changes else record


def _drop_pages(programma: Programma) -> Programma:
    """The programme without mention of pages that are not there."""
    there = list_paden(programma)

    def mend(record: Model, _: bool) -> Model | None:
        for name in PAGINAVELDEN & type(record).model_fields.keys():
            value = getattr(record, name)
            if isinstance(value, tuple):
                kept = tuple(pad for pad in value if pad in there)
                return record.model_copy(update={name: kept}) if kept else None
            if value not in there:
                return None
        return record

    mended: Programma = change(programma, mend)
    return mended


# --- a programme that check accepts -----------------------------------------------------------


def _find_fouten(programma: Programma) -> list[Finding]:
    """What stops a build of this programme; the file of each is `soort|id`."""
    plekken = Plekken()
    for soort, identifier, _ in iter_records(programma):
        plekken.add(soort, identifier, Vindplaats(Posities(f"{soort}|{identifier}", {}, {}), ()))
    held = hold_back(drop_idle(programma), PEILDATUM)
    findings = check_programma(Dossier(held, plekken, PEILDATUM))
    return [finding for finding in findings if finding.ernst is Ernst.FOUT]


GEHEELD: Final = frozenset(
    {
        Code.VERWIJZING_INTERN,
        Code.FIGUUR_INTERN,
        Code.PROZA_LINK,
        Code.TEKST_PUBLIEK_ONTBREEKT,
        Code.TELLING_ONJUIST,
        Code.BEELD_INTERN,
    }
)
"""Mistakes that an advisor mends by making something intern."""
WEG: Final = frozenset(
    {
        Code.FIGUUR_ONBEKEND,
        Code.BEELD_ONBEKEND,
        Code.KANS_ZONDER_THEMA,
        Code.BESLUIT_ZONDER_ONDERWERP,
    }
)
"""Mistakes that an advisor mends by taking something away: what it was about is gone."""


def obey(programma: Programma) -> Programma:
    """The programme with everything intern that check says cannot be public."""
    while fouten := _find_fouten(programma):
        if strange := [finding for finding in fouten if finding.code not in GEHEELD | WEG]:
            raise AssertionError(strange)
        blamed = {finding.plek.bestand for finding in fouten}
        gone = {finding.plek.bestand for finding in fouten if finding.code in WEG}
        changes: dict[str, Any] = {
            name: tuple(
                _close(item) if f"{soort}|{item.id}" in blamed else item
                for item in getattr(programma, name)
                if f"{soort}|{item.id}" not in gone
            )
            for soort, name in COLLECTIES.items()
        }
        changes |= {
            name: _take_pictures(part) if isinstance(part, Huisstijl) else _close(part)
            for name in ONDERDELEN
            if (part := getattr(programma, name)) and f"{name}|{name}" in blamed
        }
        changes["proza"] = tuple(
            _close(page) if f"content/{page.pad}.md" in blamed else page
            for page in programma.proza
            if f"content/{page.pad}.md" not in gone
            # What an intern page links to is not there at all.
            and not (f"content/{page.pad}.md" in blamed and is_hidden(page))
        )
        changed = drop_dangling(programma.model_copy(update=changes))
        if changed == programma:
            raise AssertionError(fouten)
        programma = changed
    return programma


def _take_pictures(huisstijl: Huisstijl) -> Huisstijl:
    """A house style is for everyone: a logo that is not, cannot be in it."""
    return huisstijl.model_copy(update=dict.fromkeys(("logo", "logo_donker", "icoon")))


def _close(record: type_model) -> type_model:
    return record.model_copy(update={"zichtbaarheid": Zichtbaarheid.INTERN})


# --- hiding -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Kansen:
    """How often something happens to a record, out of 100."""

    weg: int
    intern: int
    embargo: int
    onbeslist: int
    geen_akkoord: int


def open_up(programma: Programma) -> Programma:
    """The programme with everything public that may be."""

    def make(record: Model, _: bool) -> Model:
        cls = type(record)
        opened: dict[str, Any] = {
            name: True if isinstance(getattr(record, name), bool) else "2025-001"
            for name in (cls.openbaar_met, cls.te_tonen_met)
            if name and not getattr(record, name)
        }
        if "zichtbaarheid" in cls.model_fields:
            opened["zichtbaarheid"] = Zichtbaarheid.PUBLIEK
        return record.model_copy(update=opened) if opened else record

    opened: Programma = change(programma, make)
    return opened


def shrink(programma: Programma, toeval: random.Random, kansen: Kansen) -> Programma:
    """The programme without some of its parts and records."""

    def choose(name: str) -> Any:
        value = getattr(programma, name)
        if isinstance(value, tuple) and name not in VAST:
            return tuple(item for item in value if toeval.randrange(100) >= kansen.weg)
        is_part = name in ONDERDELEN and toeval.randrange(100) < kansen.weg
        return None if is_part else value

    names = set(Programma.model_fields) - {"gegevens"}
    changes = {name: choose(name) for name in sorted(names)}
    return drop_dangling(programma.model_copy(update=changes))


def hide(programma: Programma, toeval: random.Random, kansen: Kansen) -> Programma:
    """The programme with some records hidden, each in one of the ways to do so."""

    def make(record: Model, _: bool) -> Model:
        cls, fields = type(record), type(record).model_fields
        changes: dict[str, Any] = {}
        if cls.te_tonen_met and toeval.randrange(100) < kansen.geen_akkoord:
            changes[cls.te_tonen_met] = False
        if cls.openbaar_met and toeval.randrange(100) < kansen.onbeslist:
            changes[cls.openbaar_met] = fields[cls.openbaar_met].get_default()
        if "zichtbaarheid" in fields and toeval.randrange(100) < kansen.intern:
            changes["zichtbaarheid"] = Zichtbaarheid.INTERN
        if "publiek_vanaf" in fields and toeval.randrange(100) < kansen.embargo:
            past, far = PEILDATUM - timedelta(days=toeval.randrange(400)), pick_far(toeval)
            changes["publiek_vanaf"] = toeval.choice([past, far])
        return record.model_copy(update=changes) if changes else record

    hidden: Programma = change(programma, make)
    return obey(hidden)


def pick_far(toeval: random.Random) -> date:
    """A day that is a canary itself."""
    return date(toeval.randrange(*VERRE_JAREN), toeval.randrange(1, 13), toeval.randrange(1, 29))


def strip(programma: Programma) -> Programma:
    """The programme of which nothing hidden was ever written."""

    def make(record: Model, _: bool) -> Model | None:
        if is_hidden(record):
            return None
        emptied = {
            name: info.get_default(call_default_factory=True)
            for name, info in type(record).model_fields.items()
            if is_internal(type(record), name)
        }
        return record.model_copy(update=emptied) if emptied else record

    parts = {
        name: None for name in ONDERDELEN if (part := getattr(programma, name)) and is_hidden(part)
    }
    stripped: Programma = change(programma.model_copy(update=parts), make)
    return stripped
