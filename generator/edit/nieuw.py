"""A new record: what may be answered, which id comes next, and the files that it changes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any, Final

from generator.edit.bestand import EditError, open_source
from generator.edit.yaml_text import append_item
from generator.edit.yaml_write import type_field, write_fields, write_item
from generator.findings import Code, Plek
from generator.load.programma import NAMEN
from generator.load.records import validate
from generator.model.basis import Model, Verwijzing, find_model, type_path
from generator.model.gelijkenis import suggest
from generator.model.namen import NAAMVELDEN, read_naam
from generator.model.programma import COLLECTIES, LIJSTEN, Programma
from generator.model.velden import iter_fields, list_meetkolommen
from generator.model.vragen import (
    NUMMERS,
    Formulier,
    Vraag,
    find_class,
    find_vraag,
    list_vragen,
)
from generator.model.waarden import WaardeError, is_sleutel, make_sleutel, show

type_answers = Mapping[type_path, type_field]

LANGSTE_SLEUTEL: Final = 40
LANGSTE_KEUZE: Final = 60
_NUMMER = re.compile(r"([A-Z]{1,2}-?)([0-9]+)")
_JANEE: Final = {"ja": True, "j": True, "true": True, "nee": False, "n": False, "false": False}


def make_formulier(soort: str, programma: Programma, ids: tuple[str, ...]) -> Formulier:
    """What to ask for a new record; a choice of which there is nothing yet is left out.

    Raises:
        EditError: the record cannot do without something of which there is nothing yet.
    """
    asked, keuzes = [], {}
    for vraag in list_vragen(soort):
        offered = _list_keuzes(vraag, programma)
        if vraag.verwijzing and not offered:
            if vraag.is_verplicht:
                raise _nothing_yet(vraag, vraag.verwijzing)
            continue
        asked.append(vraag)
        keuzes[vraag.naam] = offered
    return Formulier(soort, tuple(asked), keuzes, ids)


def add_vraag(formulier: Formulier, naam: str, programma: Programma) -> Formulier:
    """The form with one field more, which somebody named.

    Raises:
        KeyError: there is no such field.
    """
    if naam in formulier.keuzes:
        return formulier
    vraag = replace(find_vraag(formulier.soort, naam), is_verplicht=False)
    keuzes = {**formulier.keuzes, naam: _list_keuzes(vraag, programma)}
    return replace(formulier, vragen=(*formulier.vragen, vraag), keuzes=keuzes)


def _nothing_yet(vraag: Vraag, mark: Verwijzing) -> EditError:
    if mark.woordenlijst:
        melding = f"{vraag.naam}: de woordenlijst '{mark.soort}' bestaat niet"
        return EditError(melding, f"maak eerst data/woordenlijst/{mark.soort}.yaml")
    melding = f"{vraag.naam}: er is nog geen {mark.soort} om uit te kiezen"
    return EditError(melding, f"begin met: circulair nieuw {mark.soort}")


def _list_keuzes(vraag: Vraag, programma: Programma) -> tuple[tuple[str, str], ...]:
    """What a field may hold, with what it is called; empty where anything may be typed."""
    if vraag.keuzes:
        return tuple((keuze, "") for keuze in vraag.keuzes)
    mark = vraag.verwijzing
    if mark is None:
        return ()
    if mark.woordenlijst:
        return tuple((term.id, term.naam) for term in programma.termen(mark.soort))
    records = getattr(programma, COLLECTIES.get(mark.soort, ""), ())
    return tuple((record.id, _name(record)) for record in records)


def _name(record: Model) -> str:
    """What a record is called, in a few words."""
    name = read_naam(record)
    return name if len(name) <= LANGSTE_KEUZE else f"{name[: LANGSTE_KEUZE - 3]}..."


def judge_answer(formulier: Formulier, vraag: Vraag, typed: str) -> type_field:
    """What somebody typed, as it will be written.

    A choice may be typed as its number in the list, its id or its name; more than one with commas.

    Raises:
        WaardeError: it cannot be, with what to type instead.
    """
    offered = formulier.keuzes.get(vraag.naam, ())
    parts = [part.strip() for part in typed.split(",")] if vraag.is_lijst else [typed.strip()]
    chosen = [_choose(part, offered) if offered else part for part in parts if part]
    value: type_field = tuple(chosen) if vraag.is_lijst else "".join(chosen)
    if vraag.is_janee:
        value = _JANEE.get(typed.strip().lower(), typed)
    given = nest({vraag.pad: value})
    _, findings = validate(find_class(formulier.soort), given, lambda path: Plek(_dot(path)))
    for finding in findings:
        name = finding.plek.bestand
        if name == vraag.naam or name.startswith(f"{vraag.naam}."):
            raise WaardeError(finding.code, finding.melding, finding.oplossing)
    return value


def _dot(path: type_path) -> str:
    return ".".join(map(str, path))


def _choose(typed: str, offered: tuple[tuple[str, str], ...]) -> str:
    if typed.isdecimal() and 1 <= int(typed) <= len(offered):
        return offered[int(typed) - 1][0]
    for identifier, naam in offered:
        if typed == identifier or typed.lower() in {identifier.lower(), naam.lower()}:
            return identifier
    oplossing = suggest(typed, [identifier for identifier, _ in offered])
    raise WaardeError(Code.VERWIJZING_ONBEKEND, f"{show(typed)} bestaat niet", oplossing)


def propose_id(soort: str, ids: Collection[str], answers: type_answers) -> str:
    """The id for a new record: the next number where ids are numbers, else a word of its name."""
    numbered = [found for found in map(_NUMMER.fullmatch, ids) if found]
    first = _NUMMER.fullmatch(NUMMERS.get(soort, ""))
    if numbered and len(numbered) * 2 >= len(ids):
        letters = Counter(found[1] for found in numbered).most_common(1)[0][0]
        same = [found[2] for found in numbered if found[1] == letters]
        width, last = max(map(len, same)), max(map(int, same))
        return f"{letters}{last + 1:0{width}}"
    if first and not ids:
        return first[0]
    names = (answers.get((field,)) for field in NAAMVELDEN)
    word = _make_word(str(next(filter(None, names), soort))) or soort
    taken = (f"{word}_{number}" for number in range(2, len(ids) + 3))
    return word if word not in ids else next(item for item in taken if item not in ids)


def _make_word(naam: str) -> str:
    """As many first words of a name as fit in an id."""
    words = naam.split()
    for count in range(len(words), 0, -1):
        word = make_sleutel(" ".join(words[:count]))
        if word and (len(word) <= LANGSTE_SLEUTEL or count == 1):
            return word
    return ""


def judge_id(soort: str, identifier: str, ids: Collection[str]) -> str:
    """An id that somebody chose.

    Raises:
        WaardeError: it is taken, or no id.
    """
    pattern, oplossing = NAMEN.get(COLLECTIES[soort], ("", ""))
    is_name = re.fullmatch(pattern, identifier) if pattern else is_sleutel(identifier)
    if not is_name:
        likely = make_sleutel(identifier)
        advice = f"schrijf {likely}" if likely else "gebruik kleine letters, cijfers en _"
        melding = f"{show(identifier)} is geen geldige sleutel"
        raise WaardeError(Code.SLEUTEL_ONGELDIG, melding, oplossing or advice)
    if identifier in ids:
        melding = f"{show(identifier)} bestaat al bij {soort}"
        raise WaardeError(Code.ID_DUBBEL, melding, "kies een andere id")
    return identifier


def make_changes(
    soort: str,
    identifier: str,
    answers: type_answers,
    read: Callable[[str], bytes | None],
) -> dict[str, bytes]:
    """The files that a new record changes, by name.

    Args:
        soort: what is added.
        identifier: its id.
        answers: what was answered, by path.
        read: gives the bytes of a file by its name; None when there is none.

    Raises:
        EditError: the file is there already, or its list cannot be added to.
    """
    cls = find_class(soort)
    key = COLLECTIES[soort]
    given = nest(answers)
    if decimals := _count_decimals(given.get("nulmeting", {})):
        given.setdefault("decimalen", decimals)
    fields = _order(cls, given)
    if soort in LIJSTEN:
        name = f"data/{key}.yaml"
        record = {"id": identifier, **fields} if "id" in cls.model_fields else fields
        return {name: _append(name, key, record, read(name))}
    name = f"data/{key}/{identifier}.yaml"
    if read(name) is not None:
        raise EditError(f"{name} bestaat al", "kies een andere id")
    changes = {name: _pack(write_fields(fields))}
    if soort == "indicator" and "nulmeting" in fields:
        rows = f"data/metingen/{identifier}.csv"
        if read(rows) is None:
            changes[rows] = _pack(_write_meting(identifier, fields["nulmeting"]))
    return changes


def _append(name: str, key: str, record: Mapping[str, Any], content: bytes | None) -> bytes:
    if content is None:
        return _pack([f"{key}:", *write_item(record, 2)])
    opened = open_source(content)
    return opened.pack(append_item(opened.text, name, (key,), record))


def _count_decimals(nulmeting: Mapping[str, Any]) -> int:
    """How many digits a value has behind the comma."""
    return len(str(nulmeting.get("waarde", "")).partition(",")[2])


def _pack(lines: list[str]) -> bytes:
    return "\n".join([*lines, ""]).encode()


def _write_meting(identifier: str, nulmeting: Mapping[str, Any]) -> list[str]:
    """A table of measurements that holds the baseline only."""
    columns = list_meetkolommen()
    values = {"reeks": identifier, **nulmeting}
    return [";".join(columns), ";".join(str(values.get(column, "")) for column in columns)]


def nest(answers: type_answers) -> dict[str, Any]:
    """Answers by path, as a record with records and lists in it."""
    made: dict[str, Any] = {}
    for path, value in answers.items():
        _put(made, path, value)
    return made


def _put(into: dict[str, Any], path: type_path, value: object) -> None:
    head, *rest = path
    if not rest:
        into[str(head)] = value
    elif isinstance(rest[0], int):
        items = list(into.get(str(head), ()))
        while len(items) <= rest[0]:
            items.append({})
        _put(items[rest[0]], tuple(rest[1:]), value)
        into[str(head)] = tuple(items)
    else:
        _put(into.setdefault(str(head), {}), tuple(rest), value)


def _order(cls: type[Model], fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields in the order in which they are written."""
    ordered = {}
    for name, info in iter_fields(cls, frozenset()):
        if name in fields:
            inner = find_model(info.annotation)
            ordered[name] = _order_inside(inner, fields[name]) if inner else fields[name]
    return ordered


def _order_inside(cls: type[Model], value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_order(cls, item) for item in value)
    return _order(cls, value)
