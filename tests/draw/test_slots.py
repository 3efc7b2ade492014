"""The picture slots of a page."""

from __future__ import annotations

from generator.draw.slots import fill_slots
from tests.draw.conftest import SLOT, place

BEELD = '<svg><defs><clipPath id="_a-b1"/></defs><path clip-path="url(#_a-b1)"/></svg>'


def test_a_slot_gets_its_picture_and_the_rest_of_the_page_stays() -> None:
    """Around the picture nothing changes, and a figure without a picture keeps an empty slot."""
    page = f"<p>voor</p>\n{place('a')}<p>tussen</p>\n{place('b')}<p>na</p>\n"
    filled = fill_slots(page, lambda naam: "<svg/>" if naam == "b" else None)
    changed = place("b").replace("></div>", ">\n<svg/>\n</div>")
    assert filled == f"<p>voor</p>\n{place('a')}<p>tussen</p>\n{changed}<p>na</p>\n"


def test_a_figure_that_stands_on_a_page_twice_has_other_ids_the_second_time() -> None:
    """An id stands on a page once, and each picture refers to its own."""
    filled = fill_slots(place("a") + place("a"), lambda _: BEELD)
    first, second = filled.split("<svg>")[1:]
    assert 'id="_a-b1"' in first
    assert 'clip-path="url(#_a-b1)"' in first
    assert 'id="__a-b1"' in second
    assert 'clip-path="url(#__a-b1)"' in second


def test_a_figure_without_a_slot_takes_no_slot_of_the_next_one() -> None:
    """A figure that is only a table leaves the picture of the next figure alone."""
    page = place("a").replace(SLOT, "<table></table>") + place("b")
    assert fill_slots(page, lambda naam: f"<svg>{naam}</svg>").count("<svg>") == 1
    assert "<svg>b</svg>" in fill_slots(page, lambda naam: f"<svg>{naam}</svg>")


def test_a_slot_that_is_filled_is_left_alone() -> None:
    """A site whose slots are full does not change."""
    once = fill_slots(place("a"), lambda _: BEELD)
    assert fill_slots(once, lambda _: "<svg>anders</svg>") == once


def test_the_name_is_read_as_a_browser_reads_it() -> None:
    """A name with an encoded mark is the same name."""
    asked: list[str] = []
    fill_slots(place("indicator-rest&#95;afval"), asked.append)
    assert asked == ["indicator-rest_afval"]
