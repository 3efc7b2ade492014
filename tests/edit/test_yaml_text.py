"""A field of a YAML text is changed in place, and nothing else is."""

from __future__ import annotations

import copy
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.edit import yaml_text
from generator.edit.bestand import EditError
from generator.edit.yaml_splice import apply_splices, type_splice
from generator.edit.yaml_text import append_item, set_field
from generator.edit.yaml_write import type_record
from generator.load.yaml_document import parse_yaml
from generator.model.acties import Actie, Mijlpaal
from tests.programmes import ROOT

ACTIES = {path.name: path.read_text("utf-8") for path in sorted(ROOT.glob("data/acties/*.yaml"))}
VELDEN = tuple(Actie.model_fields)
VOORBEELD = """\
# Actie van het depot
titel: "Depot: openen"  # kort houden
omschrijving: >-
  Op de werf komt een opslag voor tegels en banden, en voor alles wat er bij de wegen vrijkomt in
  het jaar. Alles krijgt een foto, een maat en een plek op een lijst.

  Ook gemeenten in de buurt mogen brengen.
# dit klopt nog
thema: openbare_ruimte
doelgroep: [inwoners, bedrijven]  # beide
zoekwoorden:
  - depot
  # ook zonder s
  - tegel  # enkelvoud
  - 'banden'
reden:
mijlpalen:
  - titel: Ingericht
    gepland: 2025-12

  - titel: Draait
    gepland: 2027-06
    # bij de eindmeting
locatie: {wijk: Zuid, tekst: Werf}
# einde van de velden
eind: 2027-06
"""


def read(text: str) -> dict[str, Any]:
    """What a text holds; it must be without a finding."""
    document, findings = parse_yaml(text, "actie.yaml")
    assert document is not None, findings
    assert findings == ()
    return document.inhoud


def show_change(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that went and the lines that came, between what stayed above and below."""
    old, new = before.split("\n"), after.split("\n")
    while old and new and old[0] == new[0]:
        old.pop(0)
        new.pop(0)
    while old and new and old[-1] == new[-1]:
        old.pop()
        new.pop()
    return old, new


@pytest.mark.parametrize(
    ("path", "value", "gone", "new"),
    [
        (("thema",), "wegen", ["thema: openbare_ruimte"], ["thema: wegen"]),
        (
            ("titel",),
            "Depot sluiten",
            ['titel: "Depot: openen"  # kort houden'],
            ['titel: "Depot sluiten"  # kort houden'],
        ),
        (
            ("titel",),
            'Depot "De Stapel"',
            ['titel: "Depot: openen"  # kort houden'],
            ['titel: "Depot \\"De Stapel\\""  # kort houden'],
        ),
        (("thema",), "wegen: hoe", ["thema: openbare_ruimte"], ['thema: "wegen: hoe"']),
        (("thema",), 'zeg "wat"', ["thema: openbare_ruimte"], ['thema: zeg "wat"']),
        (("thema",), '"wat" #', ["thema: openbare_ruimte"], ["thema: '\"wat\" #'"]),
        (("thema",), "true", ["thema: openbare_ruimte"], ['thema: "true"']),
        (("thema",), True, ["thema: openbare_ruimte"], ["thema: true"]),
        (("thema",), Decimal("1200.50"), ["thema: openbare_ruimte"], ["thema: 1200,50"]),
        (("thema",), "007", ["thema: openbare_ruimte"], ["thema: 007"]),
        (("thema",), "2026", ["thema: openbare_ruimte"], ["thema: 2026"]),
        (("thema",), "- weg", ["thema: openbare_ruimte"], ['thema: "- weg"']),
        (("thema",), "", ["thema: openbare_ruimte"], ['thema: ""']),
        (
            ("doelgroep",),
            ("inwoners", "wie, dan"),
            ["doelgroep: [inwoners, bedrijven]  # beide"],
            ['doelgroep: [inwoners, "wie, dan"]  # beide'],
        ),
        (("doelgroep", 0), "raad", ["doelgroep: [inwoners, bedrijven]  # beide"],
         ["doelgroep: [raad, bedrijven]  # beide"]),
        (("zoekwoorden", 1), "stoep", ["  - tegel  # enkelvoud"], ["  - stoep  # enkelvoud"]),
        (("zoekwoorden",), ("depot", "tegel", "banden", "werf"), [], ["  - werf"]),
        (("zoekwoorden",), ("depot", "tegel"), ["  - 'banden'"], []),
        (("zoekwoorden",), ("werf", "depot", "tegel", "banden"), [], ["  - werf"]),
        (("reden",), "geld op", ["reden:"], ["reden: geld op"]),
        (("reden",), None, ["reden:"], []),
        (("doelgroep",), None, ["doelgroep: [inwoners, bedrijven]  # beide"], []),
        (("doelgroep",), (), ["doelgroep: [inwoners, bedrijven]  # beide"], []),
        (("mijlpalen", 0, "behaald"), "2026-01", [], ["    behaald: 2026-01"]),
        (("mijlpalen", 1, "behaald"), "2027-07", [], ["    behaald: 2027-07"]),
        (("mijlpalen", 0, "titel"), None, ["  - titel: Ingericht", "    gepland: 2025-12"],
         ["  - gepland: 2025-12"]),
        (("locatie", "wijk"), "West: 1", ["locatie: {wijk: Zuid, tekst: Werf}"],
         ['locatie: {wijk: "West: 1", tekst: Werf}']),
        (("locatie", "wijk"), None, ["locatie: {wijk: Zuid, tekst: Werf}"],
         ["locatie: {tekst: Werf}"]),
        (("locatie", "tekst"), None, ["locatie: {wijk: Zuid, tekst: Werf}"],
         ["locatie: {wijk: Zuid}"]),
        (("eind",), None, ["eind: 2027-06"], []),
        (("start",), "2025", [], ["start: 2025"]),
        (
            ("omschrijving",),
            ("Op de werf komt een opslag voor tegels en banden, en voor alles wat er bij de wegen "
             "vrijkomt in het jaar. Alles krijgt een nummer, een maat en een plek op een lijst.\n"
             "Ook gemeenten in de buurt mogen brengen."),
            ["  het jaar. Alles krijgt een foto, een maat en een plek op een lijst."],
            ["  het jaar. Alles krijgt een nummer, een maat en een plek op een lijst."],
        ),
    ],
)  # fmt: skip
def test_change_is_on_the_lines_of_its_field_only(
    path: tuple[str | int, ...], value: Any, gone: list[str], new: list[str]
) -> None:
    """Whatever is changed, quotes, comments, order and the rest of the file stay as typed."""
    order = tuple(Mijlpaal.model_fields) if path[0] == "mijlpalen" else VELDEN
    edited = set_field(VOORBEELD, "actie.yaml", path, value, order)
    assert show_change(VOORBEELD, edited) == (gone, new)


def test_new_field_comes_behind_the_nearest_earlier_one_of_the_model() -> None:
    """A field that was not there gets its usual place, and not the end of the file."""
    edited = set_field(VOORBEELD, "a", ("waarom",), "Er is vraag naar", VELDEN)
    assert "mogen brengen.\nwaarom: Er is vraag naar\n# dit klopt nog\nthema" in edited


def test_first_field_of_a_record_comes_behind_its_dash() -> None:
    """A field that the model has before all others becomes the first of its record."""
    text = "lijst:\n  - naam: Werf\n    plek: Zuid\n"
    edited = set_field(text, "a", ("lijst", 0, "id"), "werf", ("id", "naam", "plek"))
    assert edited == "lijst:\n  - id: werf\n    naam: Werf\n    plek: Zuid\n"


def test_comment_inside_a_record_stays_with_that_record() -> None:
    """A field behind a list comes after the remarks in it, not between."""
    edited = set_field(VOORBEELD, "a", ("uren",), "10", (*VELDEN[:-1], "mijlpalen", "uren"))
    assert "    # bij de eindmeting\nuren: 10\nlocatie" in edited


def test_long_text_gets_lines_of_a_hundred_and_a_blank_line_between_paragraphs() -> None:
    """A long text is written as the sample data are, and reads back the same."""
    value = f"{'woord ' * 40}einde\nTweede alinea # geen opmerking\n{'x' * 150}"
    edited = set_field(VOORBEELD, "a", ("reden",), value, VELDEN)
    gone, new = show_change(VOORBEELD, edited)
    assert gone == ["reden:"]
    assert new[0] == "reden: >-"
    assert new.count("") == 2
    assert all(len(line) <= 100 or " " not in line.strip() for line in new)
    assert read(edited)["reden"] == value


def test_comment_of_a_long_text_stays() -> None:
    """A remark behind >- or behind a short text is kept when the other comes in its place."""
    text = "a: >-  # nagevraagd\n  Een tekst.\nb: kort  # klopt\n"
    edited = set_field(text, "a", ("a",), "Een andere tekst.")
    assert edited == text.replace("Een tekst", "Een andere tekst")
    longer = set_field(text, "a", ("b",), "Twee\nalinea's")
    assert longer.endswith("b: >-  # klopt\n  Twee\n\n  alinea's\n")
    flag = set_field(text, "a", ("a",), 12)
    assert flag == "a: 12  # nagevraagd\nb: kort  # klopt\n"


@pytest.mark.parametrize("text", ["titel: A\nreden: B", "titel: A\nreden: >-\n  B\n  C"])
def test_file_without_a_last_line_end_stays_so(text: str) -> None:
    """The end of the file is not touched by what happens elsewhere, or at its last field."""
    for path, value in ((("reden",), "D"), (("titel",), "D"), (("reden",), None), (("z",), "D")):
        edited = set_field(text, "a", path, value)
        assert not edited.endswith("\n")
        meant = {**read(text), path[0]: value}
        assert read(edited) == {key: item for key, item in meant.items() if item is not None}


@pytest.mark.parametrize(
    ("text", "path", "value", "melding"),
    [
        ("a: b: c\n", ("a",), "d", "dubbele punt"),
        ("a: b\na: c\n", ("a",), "d", "tweede keer"),
        ("a:\n  b: c\n", ("a",), "d", "een blok met velden"),
        ("a: [b]\n", ("a",), "d", "een lijst"),
        ("a:\n  - b: c\n", ("a",), ("d",), "blokken met velden"),
        ("a:\n  b: c\n", ("a", "b"), None, "het enige"),
        ("a: b\n", ("c", "d"), "e", "'c' staat er niet"),
        ("a: [b]\n", ("a", 4), "e", "geen onderdeel 5"),
        ("a: [\n  b,  # waarom\n  c]\n", ("a",), ("d",), "opmerkingen"),
        ("a: b\n", ("a",), "\x07\ud800", "teken"),
    ],
)
def test_change_that_is_not_safe_is_refused(
    text: str, path: tuple[str | int, ...], value: Any, melding: str
) -> None:
    """What would touch something else, or what cannot be read, is told and not done."""
    with pytest.raises(EditError) as refused:
        set_field(text, "actie.yaml", path, value)
    assert melding in refused.value.melding
    assert refused.value.oplossing


def test_change_that_turns_out_otherwise_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Should the program itself err, what it made is read again, and nothing comes of it."""

    def err(text: str, splices: list[type_splice]) -> str:
        return apply_splices(text, splices).replace("2025-12", "2025-11")

    monkeypatch.setattr(yaml_text, "apply_splices", err)
    for value in ("wegen", None):
        with pytest.raises(EditError, match="zonder de rest te raken"):
            set_field(VOORBEELD, "a", ("thema",), value)
    with pytest.raises(EditError, match="zonder de rest te raken"):
        append_item(VOORBEELD, "a", ("mijlpalen",), {"titel": "A"})


def test_record_is_added_at_the_end_of_its_list() -> None:
    """A milestone comes behind the last one, with a blank line where the others have one."""
    fields = {"titel": "Klaar: nu", "gepland": "2028", "behaald": None}
    edited = append_item(VOORBEELD, "a", ("mijlpalen",), fields)
    new = ["", '  - titel: "Klaar: nu"', "    gepland: 2028"]
    assert show_change(VOORBEELD, edited) == ([], new)
    assert "# bij de eindmeting\n\n  - titel" in edited


@pytest.mark.parametrize("text", ["a: b\n", "a: b\nlijst: []\n", "a: b\nlijst:\n", "a: b\nlijst:"])
def test_first_record_makes_the_list(text: str) -> None:
    """A list that was empty or absent gets its first record."""
    fields: type_record = {
        "id": "x",
        "woorden": ("y", "z"),
        "waar": {"wijk": "Zuid"},
        "delen": ({"n": 1},),
    }
    edited = append_item(text, "a", ("lijst",), fields, ("a", "lijst"))
    record = {"id": "x", "woorden": ["y", "z"], "waar": {"wijk": "Zuid"}, "delen": [{"n": 1}]}
    assert read(edited) == {"a": "b", "lijst": [record]}
    assert "lijst:\n  - id: x\n    woorden: [y, z]\n    waar:\n      wijk: Zuid\n" in edited


# -- any field, any value ------------------------------------------------------------------------

LETTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\ufeff")
WOORDEN = st.text(LETTERS | st.sampled_from("#:-[]{},'\"\\&*!%@`|>?~ \n"), max_size=40)
ZINNEN = st.lists(WOORDEN, max_size=12).map(" ".join)
WAARDEN = (
    st.booleans()
    | st.integers(-(10**17), 10**17)
    | st.decimals(allow_nan=False, allow_infinity=False, places=3)
    | ZINNEN
    | st.sampled_from(["null", "~", "no", "1.234", "012", "-0", "2026-10-01", "0x1F", "---", "="])
)


def list_paths(inhoud: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The paths of all values, of lists and records too."""
    if not isinstance(inhoud, dict | list):
        return []
    found = []
    for key, value in inhoud.items() if isinstance(inhoud, dict) else enumerate(inhoud):
        found += [(*path, key), *list_paths(value, (*path, key))]
    return found


def find_lines(text: str, path: tuple[str | int, ...]) -> range:
    """The lines from 0 on which a field may change something: up to the next key."""
    document, _ = parse_yaml(text, "a")
    assert document is not None
    posities = document.posities
    starts = {**posities.waarden, **posities.sleutels}
    here = posities.sleutels.get(path) or posities.waarden[path]
    inside = [spot for other, spot in starts.items() if other[: len(path)] == path]
    below = [spot[0] for other, spot in starts.items() if spot > max(inside)]
    end = min(below) - 1 if below else len(text.split("\n"))
    return range(here[0] - 1, max(end, here[0]))


def reads_back(read: Any, value: Any) -> bool:
    """Whether what is read is what was written, by the rules of the manual."""
    if isinstance(value, bool):
        return read is value
    if isinstance(value, Decimal):
        return not isinstance(read, bool) and Decimal(str(read).replace(",", ".")) == value
    if isinstance(value, str):
        lines = (line.strip() for line in value.strip().split("\n"))
        return str(read) == "\n".join(lines) and not isinstance(read, bool)
    return read == value and type(read) is type(value)


def put(inhoud: Any, path: tuple[str | int, ...], value: Any) -> Any:
    """A copy of what was read with another value at a path; None takes it away."""
    inhoud = copy.deepcopy(inhoud)
    here = inhoud
    for part in path[:-1]:
        here = here[part]
    if value is None:
        del here[path[-1]]
    else:
        here[path[-1]] = value
    return inhoud


@settings(max_examples=300)
@given(st.data())
def test_any_value_in_any_field_of_the_sample_changes_that_field_only(data: st.DataObject) -> None:
    """Every field of every action takes every value, or refuses it; the rest is never touched."""
    name = data.draw(st.sampled_from(sorted(ACTIES)))
    text = ACTIES[name]
    before = read(text)
    path = data.draw(st.sampled_from(list_paths(before)))
    value = data.draw(WAARDEN)
    current: Any = before
    for part in path:
        current = current[part]
    if isinstance(current, dict | list):
        with pytest.raises(EditError):
            set_field(text, name, path, value)
        return
    edited = set_field(text, name, path, value)
    after = read(edited)
    at: Any = after
    for part in path:
        at = at[part]
    assert reads_back(at, value)
    assert after == put(before, path, at)
    lines = find_lines(text, path)
    old, new = text.split("\n"), edited.split("\n")
    assert new[: lines.start] == old[: lines.start]
    rest = len(old) - lines.stop
    assert new[len(new) - rest :] == old[len(old) - rest :]


@given(st.data())
def test_any_field_of_the_sample_can_go(data: st.DataObject) -> None:
    """Taking a field away takes its lines, and brings nothing else in doubt."""
    name = data.draw(st.sampled_from(sorted(ACTIES)))
    text = ACTIES[name]
    before = read(text)
    path = data.draw(st.sampled_from(list_paths(before)))
    around: Any = before
    for part in path[:-1]:
        around = around[part]
    if len(around) == 1:
        with pytest.raises(EditError, match="het enige"):
            set_field(text, name, path, None)
        return
    edited = set_field(text, name, path, None)
    assert read(edited) == put(before, path, None)
    gone, new = show_change(text, edited)
    assert len(new) <= 1
    assert len(gone) <= len(find_lines(text, path)) + 1


@given(st.data())
def test_any_new_field_can_come_and_go(data: st.DataObject) -> None:
    """A field that was added and taken away again leaves the file as it was."""
    name = data.draw(st.sampled_from(sorted(ACTIES)))
    text = ACTIES[name]
    before = read(text)
    key = data.draw(st.sampled_from([key for key in VELDEN if key not in before]))
    value: Any = data.draw(WAARDEN | st.lists(WAARDEN, min_size=1, max_size=9).map(tuple))
    edited = set_field(text, name, (key,), value, VELDEN)
    gone, _ = show_change(text, edited)
    assert gone == []
    assert put(read(edited), (key,), None) == before
    assert set_field(edited, name, (key,), None) == text


@given(st.data())
def test_any_list_takes_any_values(data: st.DataObject) -> None:
    """A list keeps its form, between brackets or in lines, and holds what was meant."""
    text = data.draw(st.sampled_from([VOORBEELD, *ACTIES.values()]))
    before = read(text)
    lists = [
        key for key, value in before.items()
        if isinstance(value, list) and not any(isinstance(one, dict) for one in value)
    ]  # fmt: skip
    if not lists:
        return
    key = data.draw(st.sampled_from(lists))
    pool = st.sampled_from([*before[key], 12]) | WAARDEN
    values = tuple(data.draw(st.lists(pool, min_size=1, max_size=6)))
    after = read(set_field(text, "a", (key,), values))
    assert all(map(reads_back, after[key], values))
    assert len(after[key]) == len(values)
    assert put(after, (key,), None) == put(before, (key,), None)
