"""YAML is read in one way only: what is typed, what stays text, and where each part stands."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.findings import Code, Plek
from generator.load.syntax import DIEPSTE_NESTING
from generator.load.yaml_document import parse_yaml

# What libyaml refuses or folds, also between quotes: a finding says so, see TEKST and YAML cases.
LEESBAAR = st.characters(
    exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff"
)
YAML_STUKJES = st.sampled_from(
    [
        "titel",
        ": ",
        ":",
        "\n",
        "  ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        '"',
        "'",
        "&a ",
        "*a",
        "!!str ",
        "|\n",
        ">-\n",
        "# ",
        "---\n",
        "...\n",
        "\t",
        "? ",
        "1.234",
        "true",
        "~",
        "é",
        "\x07",
        "%",
    ]
)
GESTRUCTUREERD = st.recursive(
    st.text(LEESBAAR) | st.booleans() | st.none() | st.integers(-(10**17), 10**17),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(LEESBAAR), inner),
    max_leaves=12,
)


def _read(text: str) -> dict[str, Any]:
    document, findings = parse_yaml(text, "x.yaml")
    assert findings == ()
    assert document is not None
    return document.inhoud


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("true", True),
        ("false", False),
        ("", None),
        ("~", None),
        ("null", None),
        ("[]", []),
        ("{}", {}),
        ('""', ""),
    ],
)
def test_numbers_true_false_and_nothing_are_typed(written: str, read: object) -> None:
    """A whole number, true, false and nothing are read as such; nothing else is."""
    assert _read(f"a: {written}\n") == {"a": read}


@pytest.mark.parametrize(
    "written",
    [
        "no",
        "yes",
        "on",
        "off",
        "ja",
        "nee",
        "True",
        "TRUE",
        "Null",
        "NULL",
        "n",
        "y",
        "012",
        "0o7",
        "0x1F",
        "1:30",
        "1_000",
        "+5",
        "12,5",
        "12.5",
        "1.234",
        "1e5",
        ".inf",
        ".nan",
        "2026-10-01",
        "2026-10",
        "12:30:00",
        "1.0",
        "9" * 40,
    ],
)
def test_everything_else_stays_the_text_that_was_typed(written: str) -> None:
    """Dates, decimals, `no` and `012` stay text, so that the field itself decides about them."""
    assert _read(f"a: {written}\n") == {"a": written}


@pytest.mark.parametrize("quoted", ['"12"', "'true'", "'~'", '"null"', "'2026-10'"])
def test_text_between_quotes_stays_text(quoted: str) -> None:
    """Quotes turn every value into text."""
    assert _read(f"a: {quoted}\n") == {"a": quoted[1:-1]}


def test_keys_are_always_text() -> None:
    """A field name that looks like a number or a truth value is still a name."""
    assert _read("12: a\ntrue: b\n~: c\n") == {"12": "a", "true": "b", "~": "c"}


def test_keys_and_values_know_their_line_and_column() -> None:
    """A finding can point at every field name, every value and every item of a list."""
    text = "titel: Proef\nlijst:\n  - één: 1\n    twee: [a,  b]\nleeg:\n"
    document, _ = parse_yaml(text, "x.yaml")
    assert document is not None
    posities = document.posities
    assert posities.of_value(("titel",)) == Plek("x.yaml", 1, 8)
    assert posities.of_key(("lijst",)) == Plek("x.yaml", 2, 1)
    assert posities.of_value(("lijst", 0)) == Plek("x.yaml", 3, 5)
    assert posities.of_value(("lijst", 0, "één")) == Plek("x.yaml", 3, 10)
    assert posities.of_key(("lijst", 0, "twee")) == Plek("x.yaml", 4, 5)
    assert posities.of_value(("lijst", 0, "twee", 1)) == Plek("x.yaml", 4, 16)
    assert posities.of_key(("leeg",)) == Plek("x.yaml", 5, 1)


def test_absent_value_is_reported_at_the_record_that_lacks_it() -> None:
    """What was not written has the place of the record in which it was expected."""
    document, _ = parse_yaml("lijst:\n  - a: 1\n", "x.yaml")
    assert document is not None
    assert document.posities.of_value(("lijst", 0, "b")) == Plek("x.yaml", 2, 5)
    assert document.posities.of_key(("lijst", 0, "b")) == Plek("x.yaml", 2, 5)


def test_front_matter_counts_the_lines_of_the_whole_file() -> None:
    """Positions in the head of a page count from the top of the file."""
    document, _ = parse_yaml("titel: x\n", "x.md", regel_vooraf=1)
    assert document is not None
    assert document.posities.of_value(("titel",)) == Plek("x.md", 2, 8)


def test_place_of_a_control_character_counts_letters_not_bytes() -> None:
    """Accents before a mistake do not shift the column at which it is reported."""
    _, findings = parse_yaml("a: één\nb: ééé \x07\n", "x.yaml")
    assert [finding.plek for finding in findings] == [Plek("x.yaml", 2, 8)]


@pytest.mark.parametrize("layers", [DIEPSTE_NESTING, DIEPSTE_NESTING + 1])
def test_nesting_is_bounded(layers: int) -> None:
    """Brackets within brackets are read up to a limit and refused beyond it."""
    nested = "[" * (layers - 1) + "diep" + "]" * (layers - 1)
    _, findings = parse_yaml(f"a: {nested}\n", "x.yaml")
    refused = [finding.code for finding in findings]
    assert refused == ([] if layers == DIEPSTE_NESTING else [Code.YAML_NIET_TOEGESTAAN])


@given(st.text() | st.lists(YAML_STUKJES | st.text(max_size=3), max_size=40).map("".join))
def test_any_text_gives_a_document_or_a_finding(text: str) -> None:
    """Whatever somebody types, the answer is a document or a finding, never a crash."""
    document, findings = parse_yaml(text, "x.yaml")
    assert document is not None or findings
    for finding in findings:
        assert finding.plek.regel >= 1
        assert finding.plek.kolom >= 1


@given(st.dictionaries(st.text(LEESBAAR), GESTRUCTUREERD))
def test_quoted_text_is_read_back_as_it_was(inhoud: dict[str, Any]) -> None:
    """Text between double quotes comes back letter for letter, whatever it holds."""
    assert _read(json.dumps(inhoud, ensure_ascii=False)) == inhoud


def test_number_of_thousands_of_digits_is_a_text() -> None:
    """A number that no computer should count with is left to the field, which refuses it."""
    document, findings = parse_yaml(f"a: {'9' * 5000}\n", "x.yaml")
    assert document is not None
    assert document.inhoud == {"a": "9" * 5000}
    assert findings == ()
