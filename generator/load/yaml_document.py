"""YAML as this project reads it: a strict part of YAML 1.2, with the place of every value.

PyYAML's C parser gives events; a single pass over them builds plain dicts, lists and scalars and
notes line and column of each key and value. Its loaders are not used: they read YAML 1.1, in
which `no` is false and `012` is ten, and they lose the positions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from generator.findings import Code, Finding, Plek, fout, waarschuwing
from generator.load.conflict import find_conflict
from generator.load.grenzen import MEESTE_FOUTEN, MEESTE_WAARDEN, tell_rest
from generator.load.syntax import DIEPSTE_NESTING, TE_DIEP, TE_VEEL, explain_syntax
from generator.load.syntax_hekje import Rest, explain_cut, find_rests
from generator.model.basis import type_path
from generator.model.plekken import Posities

type_value = str | int | bool | list["type_value"] | dict[str, "type_value"] | None

BEGIN = "velden, bijvoorbeeld titel: ..."
"""What most files begin with."""
_RICHTLIJN = re.compile(r"^%(?:TAG|YAML)\b", re.MULTILINE)
_REGELEINDE = re.compile("[\x85\u2028\u2029]")
_GEHEEL = re.compile(r"-?(0|[1-9][0-9]{0,17})")
# In every style a blank line starts a paragraph, and a single line break is a space.
_LOSSE_REGEL = re.compile(r"(?<!\n)\n(?!\n|$)")
_CONSTANTEN: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None}


@dataclass(slots=True)
class Document:
    """What one YAML file holds: its root mapping, and where each part of it stands."""

    inhoud: dict[str, type_value]
    posities: Posities


class _EnoughError(Exception):
    """A mistake after which the rest need not be read; holds the finding that says so."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.melding)
        self.finding = finding


@dataclass(slots=True)
class _Reading:
    """One pass over the events of one file."""

    parser: Any  # PyYAML's stubs do not describe the events of its C parser
    bestand: str
    regel_vooraf: int
    waarden: dict[type_path, tuple[int, int]] = field(default_factory=dict)
    sleutels: dict[type_path, tuple[int, int]] = field(default_factory=dict)
    resten: Mapping[int, Rest] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def place(self, mark: Any) -> tuple[int, int]:
        """Line and column of a mark, counted from 1 in the whole file."""
        return mark.line + 1 + self.regel_vooraf, mark.column + 1

    def refuse(self, code: Code, mark: Any, melding: str, oplossing: str) -> None:
        """Note a finding at a mark; after very many the rest of the file is not read."""
        if len(self.findings) >= MEESTE_FOUTEN:
            last = self.findings[-1]
            raise _EnoughError(tell_rest(last, Plek(self.bestand, *self.place(mark))))
        self.findings.append(fout(code, Plek(self.bestand, *self.place(mark)), melding, oplossing))

    def node(self, event: Any, path: type_path) -> type_value:
        """The value that begins with `event`, recursively; depth is bounded."""
        self.waarden[path] = self.place(event.start_mark)
        if len(self.waarden) > MEESTE_WAARDEN:
            raise yaml.MarkedYAMLError(problem=TE_VEEL, problem_mark=event.start_mark)
        if len(path) > DIEPSTE_NESTING:
            raise yaml.MarkedYAMLError(problem=TE_DIEP, problem_mark=event.start_mark)
        if isinstance(event, AliasEvent):
            self._refuse_feature(event, f"*{event.anchor}", "een verwijzing")
            return None
        self._refuse_decoration(event)
        if isinstance(event, ScalarEvent):
            self._note_rest(event)
            return _resolve(event)
        if isinstance(event, SequenceStartEvent):
            items: list[type_value] = []
            while not isinstance(event := self.parser.get_event(), SequenceEndEvent):
                items.append(self.node(event, (*path, len(items))))
            return items
        return self._mapping(path)

    def _mapping(self, path: type_path) -> dict[str, type_value]:
        mapping: dict[str, type_value] = {}
        while not isinstance(event := self.parser.get_event(), MappingEndEvent):
            if isinstance(event, ScalarEvent):
                key = self._name_key(event)
            else:
                key = f"(sleutel {len(mapping) + 1})"
                self.node(event, (*path, key))
                self._refuse_feature(event, "[ of {", "een lijst of blok als veldnaam")
            spot = (*path, key)
            if key not in mapping:
                self.sleutels[spot] = self.place(event.start_mark)
            elif path and isinstance(path[-1], int) and key == next(iter(mapping)):
                raise _EnoughError(self._tell_item(event, spot))
            else:
                first = self.sleutels[spot][0]
                self.refuse(
                    Code.SLEUTEL_DUBBEL,
                    event.start_mark,
                    f"'{key}' staat hier voor de tweede keer (eerder op regel {first})",
                    "haal een van de twee weg",
                )
            mapping[key] = self.node(self.parser.get_event(), spot)
        return mapping

    def _tell_item(self, event: Any, spot: type_path) -> Finding:
        """The finding where an item of a list begins again with its first field: it lost its dash.

        The rest is not read: with two items in one, all that names either would be blamed.
        """
        plek = Plek(self.bestand, *self.place(event.start_mark))
        key, (first, _) = spot[-1], self.sleutels[spot]
        melding = f"'{key}' staat hier voor de tweede keer (eerder op regel {first})"
        oplossing = f"begint hier een nieuw onderdeel? schrijf - {key}: ...; zo niet, haal een van "
        return fout(Code.SLEUTEL_DUBBEL, plek, melding, f"{oplossing}de twee weg")

    def _name_key(self, event: Any) -> str:
        """The name of a field; with a sign around it that nobody sees, its place is not sure."""
        self._refuse_decoration(event)
        key: str = event.value
        if not event.style and key.strip("\u00a0\u2007\u202f\u200b\u3000") != key:
            melding = "hier staat een harde spatie: onzichtbaar, en vaak meegekomen bij plakken"
            oplossing = "vervang het teken door een gewone spatie"
            plek = Plek(self.bestand, *self.place(event.start_mark))
            raise _EnoughError(fout(Code.YAML_SYNTAX, plek, melding, oplossing))
        return key

    def _note_rest(self, event: Any) -> None:
        if not self.resten or event.style:
            return
        mark: Any = event.end_mark
        line, rest = mark.line, self.resten.get(mark.line)
        if rest and rest.achter == mark.column and (cut := explain_cut(event.value, rest)):
            plek = Plek(self.bestand, line + 1 + self.regel_vooraf, rest.kolom + 1)
            self.findings.append(waarschuwing(Code.TEKST_AFGEKAPT, plek, *cut))

    def _refuse_decoration(self, event: Any) -> None:
        if event.anchor:
            self._refuse_feature(event, f"&{event.anchor}", "een anker")
        if event.tag:
            typed = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._refuse_feature(event, typed, "een label")

    def _refuse_feature(self, event: Any, typed: str, what: str) -> None:
        self.refuse(
            Code.YAML_NIET_TOEGESTAAN,
            event.start_mark,
            f"'{typed}' is {what}; dat gebruiken deze bestanden niet",
            "schrijf de waarde voluit; zet een tekst die zo begint tussen aanhalingstekens",
        )


def _resolve(event: Any) -> type_value:
    text: str = event.value
    if event.style == "|":
        return _LOSSE_REGEL.sub(" ", text)
    if not event.implicit[0]:
        return text
    if text == "":
        return None
    if text in _CONSTANTEN:
        return _CONSTANTEN[text]
    return int(text) if _GEHEEL.fullmatch(text) else text


def _refuse_early(text: str, bestand: str, regel_vooraf: int) -> Finding | None:
    """A finding about what the parser would take in its own way, without a word."""
    if found := _RICHTLIJN.search(text):
        code = Code.YAML_NIET_TOEGESTAAN
        melding = f"'{found.group()}' is een aanwijzing voor programma's; die hoort hier niet"
        oplossing = "haal deze regel weg"
    elif found := _REGELEINDE.search(text):
        # The parser would count a line here that no editor shows.
        code = Code.YAML_SYNTAX
        melding = f"hier staat een onzichtbaar regeleinde (U+{ord(found.group()):04X})"
        oplossing = "vervang het door een gewoon regeleinde of een spatie; het komt mee bij plakken"
    else:
        return find_conflict(text, bestand)
    line = text.count("\n", 0, found.start()) + 1 + regel_vooraf
    column = found.start() - text.rfind("\n", 0, found.start())
    return fout(code, Plek(bestand, line, column), melding, oplossing)


type_parse = Callable[..., tuple[Document | None, tuple[Finding, ...]]]
"""What `parse_yaml` is; nothing that it gives is ever changed, so it may be kept."""


def remember(before: Mapping[Any, Any], now: dict[Any, Any]) -> type_parse:
    """`parse_yaml`, which takes what did not change from `before` and keeps all in `now`."""

    def parse(text: str, bestand: str, **more: Any) -> tuple[Document | None, tuple[Finding, ...]]:
        key = (text, bestand, *more.items())
        if key not in now:
            now[key] = before[key] if key in before else parse_yaml(text, bestand, **more)
        found: tuple[Document | None, tuple[Finding, ...]] = now[key]
        return found

    return parse


def parse_yaml(
    text: str, bestand: str, *, regel_vooraf: int = 0, begin: str = BEGIN
) -> tuple[Document | None, tuple[Finding, ...]]:
    """The document in `text`, or None, and what was wrong with it.

    Args:
        text: the file's text.
        bestand: its name, for findings.
        regel_vooraf: lines of the file that come before `text` (front matter).
        begin: what such a file begins with, for who began with something else.
    """
    reading = _Reading(None, bestand, regel_vooraf)
    if refused := _refuse_early(text, bestand, regel_vooraf):
        return None, (refused,)
    try:
        reading.resten = find_rests(text)
        reading.parser = parser = CParser(text)
        parser.get_event()
        if isinstance(parser.get_event(), StreamEndEvent):
            leeg = fout(
                Code.BESTAND_LEEG,
                Plek(bestand, 1 + regel_vooraf, 1),
                "hier staan geen gegevens",
                "vul het bestand, of gooi het weg",
            )
            return None, (leeg,)
        root = reading.node(parser.get_event(), ())
        parser.get_event()
        if isinstance(event := parser.get_event(), DocumentStartEvent):
            reading.refuse(
                Code.YAML_NIET_TOEGESTAAN,
                event.start_mark,
                "hier begint een tweede document in hetzelfde bestand",
                "haal de regel met --- weg, of maak er een eigen bestand van",
            )
    except _EnoughError as error:
        return None, (*reading.findings, error.finding)
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        told = explain_syntax(text, error, bestand, regel_vooraf)
        # What was cut off on the same line is what the message is about.
        others = (item for item in reading.findings if item.plek.regel != told.plek.regel)
        return None, (*others, told)
    if not isinstance(root, dict):
        reading.findings.append(
            fout(
                Code.VORM_ONGELDIG,
                Plek(bestand, 1 + regel_vooraf, 1),
                "het bestand begint niet met een veldnaam",
                f"begin met {begin}",
            )
        )
        return None, tuple(reading.findings)
    posities = Posities(bestand, reading.waarden, reading.sleutels)
    return Document(root, posities), tuple(reading.findings)
