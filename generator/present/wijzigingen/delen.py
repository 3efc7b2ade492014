"""The sentences about records within a record: milestones, measurements, targets, rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from generator.compare.velden import SLEUTELS
from generator.compare.wijziging import Deelwijziging, Veldwijziging
from generator.model.acties import Effect, Mijlpaal, Urenraming
from generator.model.basis import Model
from generator.model.indicatoren import Meting, Nulmeting, Streefwaarde
from generator.present.formats import format_effect, format_periode, format_wanneer
from generator.present.wijzigingen.namen import DELEN, name_field
from generator.present.wijzigingen.tijd import tell_shift
from generator.present.wijzigingen.woorden import Woorden, is_short, quote, tell_number

MEESTE: Final = 8
"""So many changes of one field are told one by one; of more only their number."""
WAARDEN: Final = (Meting, Streefwaarde, Nulmeting)
"""Records that are a value in a year."""
type_pair = Callable[[Model, Veldwijziging, str, str], str]


def tell_parts(
    woorden: Woorden, owner: Model, change: Veldwijziging, tell_pair: type_pair
) -> Iterator[str]:
    """What changed in the records that a field of `owner` holds."""
    if not isinstance(change.nieuw, tuple) and not isinstance(change.oud, tuple):
        yield from _tell_single(woorden, owner, change, tell_pair)
        return
    noun, is_het = DELEN.get(change.veld, (name_field(change.veld), False))
    if len(change.delen) > MEESTE:
        yield _count(change)
        return
    for part in change.delen:
        if part.nieuw is None and part.oud is not None:
            yield f"{noun} weg: {describe(woorden, part.oud, owner)}"
        elif part.oud is None and part.nieuw is not None:
            adjective = "nieuw" if is_het else "nieuwe"
            told = describe(woorden, part.nieuw, owner)
            yield _tell_revised(woorden, owner, change, part.nieuw) or f"{adjective} {noun} {told}"
        else:
            yield from _tell_changed(woorden, owner, noun, part, tell_pair)


def _count(change: Veldwijziging) -> str:
    """How many rows of a long table changed."""
    counts = {
        "erbij": sum(part.oud is None for part in change.delen),
        "weg": sum(part.nieuw is None for part in change.delen),
    }
    counts["gewijzigd"] = len(change.delen) - sum(counts.values())
    told = ", ".join(f"{number} {verb}" for verb, number in counts.items() if number)
    return f"{name_field(change.veld)}: {told}"


def _tell_single(
    woorden: Woorden, owner: Model, change: Veldwijziging, tell_pair: type_pair
) -> Iterator[str]:
    """What changed in the one record that a field holds."""
    label = name_field(change.veld)
    (part,) = change.delen
    if part.nieuw is None and part.oud is not None:
        yield f"{label} weggehaald (was {describe(woorden, part.oud, owner)})"
    elif part.oud is None and part.nieuw is not None:
        yield f"{label} ingevuld: {describe(woorden, part.nieuw, owner)}"
    else:
        yield from _tell_changed(woorden, owner, label, part, tell_pair, key="")


def _tell_changed(  # noqa: PLR0913 - what is told of whom, and how
    woorden: Woorden,
    owner: Model,
    noun: str,
    part: Deelwijziging,
    tell_pair: type_pair,
    *,
    key: str | None = None,
) -> Iterator[str]:
    """What changed in a record that was there already; `key` is what it is known by."""
    record = part.nieuw
    if record is None:
        return
    key = name_part(woorden, record, owner) if key is None else key
    who = f"{noun} {key}".rstrip()
    told: list[str] = []
    for field in part.velden:
        if isinstance(record, Mijlpaal) and (special := _tell_milestone(field)):
            yield f"{who} {special}"
            continue
        # Nothing else of a measurement or a target has a value: its name would say so twice.
        label = "" if field.veld == "waarde" and isinstance(record, WAARDEN) else None
        unit = woorden.eenheid(record, owner) if field.veld == "waarde" else ""
        if field.delen:
            told += tell_parts(woorden, record, field, tell_pair)
        else:
            told.append(
                tell_pair(record, field, name_field(field.veld) if label is None else label, unit)
            )
    if told:
        yield f"{who}: {', '.join(item.strip() for item in told)}"


def _tell_milestone(field: Veldwijziging) -> str:
    """What happened to a milestone: reached, or moved; empty for anything else."""
    if field.veld == "behaald":
        if field.oud is None:
            return f"behaald {format_wanneer(field.nieuw)}"
        if field.nieuw is None:
            return f"is niet meer behaald (was {format_periode(field.oud)})"
        was, now = format_periode(field.oud), format_wanneer(field.nieuw)
        return f"behaald {now} in plaats van {was}"
    if field.veld == "gepland" and (shift := tell_shift(field.oud, field.nieuw)):
        return f"{shift} (van {format_periode(field.oud)} naar {format_periode(field.nieuw)})"
    return ""


def _tell_revised(
    woorden: Woorden, owner: Model, change: Veldwijziging, record: Model
) -> str | None:
    """A measurement of a year that was measured before; None for any other record."""
    if not isinstance(record, Meting) or record.publicatie is None:
        return None
    same = [
        item
        for item in change.oud
        if (item.reeks, item.jaar) == (record.reeks, record.jaar) and item.publicatie
    ]
    if not same or record.waarde is None:
        return None
    before = max(same, key=lambda item: item.publicatie.eind)
    if before.waarde is None or before.publicatie.eind > record.publicatie.eind:
        return None
    unit = woorden.eenheid(record, owner)
    was = tell_number("waarde", before.waarde)
    now = tell_number("waarde", record.waarde, unit)
    moment = format_periode(record.publicatie)
    who = name_part(woorden, record, owner)
    return f"meting {who} bijgesteld van {was} naar {now} (publicatie {moment})"


def name_part(woorden: Woorden, record: Model, owner: Model) -> str:
    """By what readers know a record within a record."""
    if isinstance(record, Meting):
        reeksen = {item.reeks for item in getattr(owner, "metingen", ())}
        return f"{record.jaar} ({record.reeks})" if len(reeksen) > 1 else str(record.jaar)
    if isinstance(record, Effect):
        return f"op {woorden.record('indicator', record.indicator)} in {record.jaar}"
    names = SLEUTELS.get(type(record), ())
    values = [(name, getattr(record, name)) for name in names]
    words = [_tell_key(woorden, record, name, value) for name, value in values if value]
    return ", ".join(words) or quote(str(next(iter(dict(record).values()))))


def _tell_key(woorden: Woorden, record: Model, name: str, value: Any) -> str:
    if name == "id":
        return quote(str(getattr(record, "naam", None) or getattr(record, "titel", None) or value))
    if not is_short(value):
        return quote(f"{' '.join(str(value).split()[:8])} ...")
    return woorden.value(record, name, value)


def describe(woorden: Woorden, record: Model, owner: Model) -> str:
    """A record within a record in a few words, for who has not seen it."""
    who = name_part(woorden, record, owner)
    if isinstance(record, Mijlpaal):
        when = f"behaald {format_wanneer(record.behaald)}" if record.behaald else ""
        return f"{who} ({when or format_periode(record.gepland)})"
    if isinstance(record, Effect):
        return f"{format_effect(record.waarde, woorden.eenheid(record))} {who}"
    if isinstance(record, Urenraming):
        return f"{who}: {tell_number('uren', record.uren_per_jaar)} uur per jaar"
    if isinstance(record, WAARDEN):
        return _describe_value(woorden, record, owner, who)
    if "waarde" in type(record).model_fields:
        return woorden.value(record, "waarde", getattr(record, "waarde", ""))
    return who


def _describe_value(
    woorden: Woorden, record: Meting | Streefwaarde | Nulmeting, owner: Model, who: str
) -> str:
    """A value with its year."""
    year = who if isinstance(record, Meting) else str(record.jaar)
    if record.waarde is None:
        return f"{year}: geen waarde"
    told = f"{year}: {tell_number('waarde', record.waarde, woorden.eenheid(record, owner))}"
    is_provisional = isinstance(record, Meting) and record.voorlopig
    return f"{told} (voorlopig)" if is_provisional else told
