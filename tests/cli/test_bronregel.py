"""The source line in a terminal: the caret stands under the place, whatever the line holds."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cli.bronregel import BREEDSTE, draw_line, find_line
from generator.findings import Code, Plek, fout


def _measure(text: str) -> int:
    """The width in a terminal, counted another way than the program does."""
    plain = unicodedata.normalize("NFC", text)
    visible = [letter for letter in plain if not unicodedata.combining(letter)]
    return len(visible) + sum(unicodedata.east_asian_width(letter) in "WF" for letter in visible)


def _under_caret(line: str, kolom: int) -> str:
    """The letter that stands above the caret."""
    shown, caret = draw_line(line, Plek("x", 7, kolom))
    assert caret.endswith("^")
    width = _measure(caret) - 1
    for index in range(len(shown)):
        if _measure(shown[:index]) == width and not unicodedata.combining(shown[index]):
            return shown[index]
    return ""


@pytest.mark.parametrize(
    ("line", "kolom"),
    [
        ("fase: leren", 7),
        ("    gepland: X", 14),
        ("naam:\t\tX", 8),
        ("naam: 日本語 X", 11),
        ("naam: cafe\u0301 X", 13),
        ("naam: \U0001f333\U0001f333 X", 10),
        ("a" * 250 + "X" + "b" * 49, 251),
        ("X" + "b" * 299, 1),
        ("a" * 299 + "X", 300),
        ("\t" * 100 + "日" * 99 + "X", 200),
    ],
)
def test_caret_stands_under_the_letter_that_is_meant(line: str, kolom: int) -> None:
    """Tabs, wide letters, accents and very long lines do not move the caret away."""
    assert line[kolom - 1] in "Xl"
    assert _under_caret(line, kolom) == line[kolom - 1]


def test_line_has_its_number_and_both_lines_begin_alike() -> None:
    """An advisor finds the line in the file by its number."""
    shown, caret = draw_line("fase: leren", Plek("x", 12, 7))
    assert shown == "   12 | fase: leren"
    assert caret == "      |       ^"


def test_long_line_is_cut_on_both_sides() -> None:
    """Of a line of 300 letters a terminal shows the part that matters, and that it was cut."""
    shown, _ = draw_line("a" * 150 + "X" + "b" * 149, Plek("x", 1, 151))
    assert shown.startswith("    1 | ...a")
    assert shown.endswith("b...")
    assert "aX" in shown
    assert len(shown) <= BREEDSTE + len("    1 | ......")


def test_signs_that_steer_a_terminal_are_shown_and_not_sent() -> None:
    """What was pasted cannot clear or colour the screen; the caret stays right."""
    shown, caret = draw_line("a\x1b[2J\u202eX", Plek("x", 1, 7))
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert shown[caret.index("^")] == "X"


def test_place_behind_the_end_is_shown_at_the_end() -> None:
    """What is missing at the end of a line is pointed at there."""
    shown, caret = draw_line("fase:", Plek("x", 1, 40))
    assert caret.index("^") == len(shown)


@given(st.text(alphabet="ab\t日é\u0301\u200b\x1b", max_size=400), st.integers(1, 420))
def test_any_line_is_short_and_safe(line: str, kolom: int) -> None:
    """No line is so long or so strange that it breaks the report."""
    shown, caret = draw_line(line, Plek("x", 1, kolom))
    assert _measure(shown) <= BREEDSTE + len("    1 | ......") + len("\\u001b")
    assert _measure(caret) <= BREEDSTE + len("    1 | ......") + len("\\u001b")
    assert "\x1b" not in shown + caret
    assert caret.count("^") == 1


LINES = {"data/x.yaml": ("titel: a", "", "fase: b")}


@pytest.mark.parametrize(
    ("code", "plek", "line"),
    [
        (Code.KEUZE_ONBEKEND, Plek("data/x.yaml", 3, 7), "fase: b"),
        (Code.VELD_ONBEKEND, Plek("data/x.yaml", 1, 1), "titel: a"),
        (Code.VELD_ONTBREEKT, Plek("data/x.yaml", 1, 1), None),  # about the whole file
        (Code.BESTAND_ONBEKEND, Plek("data/x.yaml", 1, 1), None),
        (Code.KEUZE_ONBEKEND, Plek("data/x.yaml", 2, 1), None),  # an empty line
        (Code.KEUZE_ONBEKEND, Plek("data/x.yaml", 99, 1), None),  # the file changed meanwhile
        (Code.KEUZE_ONBEKEND, Plek("data/weg.yaml", 1, 1), None),
    ],
)
def test_line_is_shown_only_where_it_says_something(
    code: Code, plek: Plek, line: str | None
) -> None:
    """A message about a whole or an absent file comes without a line."""
    assert find_line(fout(code, plek, "x", "y"), LINES) == line
