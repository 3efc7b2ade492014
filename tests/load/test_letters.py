"""Fonts: only what a browser takes, and not more than a reader should wait for."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.findings import Code
from generator.load.letters import GROOTSTE_LETTERS, judge_letters
from tests.programmes import ROOT

ECHT = ROOT / "tests/check/cases/LETTERTYPE-ONLEESBAAR/goed/content/media/blokletter.woff2"


def test_real_font_is_taken() -> None:
    """A .woff2 that a font program wrote is good."""
    assert judge_letters(ECHT.read_bytes()) is None


@pytest.mark.parametrize(
    "wrong",
    [
        b"",
        b"wOF2",
        b"wOFF" + bytes(100),
        b"<svg></svg>",
        ECHT.read_bytes()[:-1],
        ECHT.read_bytes() + b"x",
        ECHT.read_bytes().replace(b"wOF2\x00\x01\x00\x00", b"wOF2ttcf", 1),
    ],
)
def test_anything_else_is_refused(wrong: bytes) -> None:
    """Another kind of file, half a font, or one with something behind it is no font."""
    problem = judge_letters(wrong)
    assert problem is not None
    assert problem[0] is Code.LETTERTYPE_ONLEESBAAR


def test_heavy_font_is_refused() -> None:
    """A font that every reader waits for is made smaller first."""
    problem = judge_letters(b"wOF2" + bytes(GROOTSTE_LETTERS))
    assert problem is not None
    assert problem[0] is Code.BESTAND_TE_GROOT


def test_example_is_small_and_ours() -> None:
    """The font of the examples was made for them, and weighs nothing."""
    assert Path(ECHT).stat().st_size < 1000
