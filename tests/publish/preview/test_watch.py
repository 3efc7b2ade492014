"""Watching the sources: what a save changes is noticed once, however an editor saves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from generator.load.names import is_left_behind
from generator.publish.preview.watch import iter_changes

ACTIE = "data/acties/A-0001.yaml"


@pytest.fixture(name="root")
def _root(tmp_path: Path) -> Path:
    (tmp_path / "data" / "acties").mkdir(parents=True)
    (tmp_path / ACTIE).write_text("titel: een\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    return tmp_path


class _EnoughError(Exception):
    """Nothing more happens."""


def watch(
    root: Path, *steps: Callable[[], object], is_unsure: Callable[[], bool] = lambda: False
) -> list[Sequence[str]]:
    """What is noticed while each step happens between two looks, and nothing after them."""
    left: list[Callable[[], object]] = [*steps, *[lambda: None] * 4]

    def sleep(_: float) -> None:
        if not left:
            raise _EnoughError
        step = left.pop(0)
        step()

    def run() -> Iterator[Sequence[str]]:
        with suppress(_EnoughError):
            yield from iter_changes(root, lambda name: not is_left_behind(name), is_unsure, sleep)

    first, *rest = run()
    assert first == ()  # the start
    return rest


def test_saved_file_is_noticed_once(root: Path) -> None:
    """One save is one change."""
    assert watch(root, lambda: (root / ACTIE).write_text("titel: twee\n")) == [[ACTIE]]


def test_many_quick_saves_are_one_change(root: Path) -> None:
    """A file written in pieces, or saved again and again, is read once it is quiet."""
    saves = [
        lambda number=number: (root / ACTIE).write_text("titel: " + "x" * number)
        for number in range(20)
    ]
    assert watch(root, *saves) == [[ACTIE]]


def test_file_that_is_never_quiet_is_shown_all_the_same(root: Path) -> None:
    """A file that keeps changing does not keep everything else from being shown."""
    saves = [
        lambda number=number: (root / ACTIE).write_text("titel: " + "x" * number)
        for number in range(60)
    ]
    assert len(watch(root, *saves)) > 1


def test_file_that_an_editor_replaces_is_a_change_of_that_file(root: Path) -> None:
    """Word processors write a new file beside the old one and give it its name."""
    beside = root / "data" / "acties" / "~$A-0001.yaml"

    def replace() -> None:
        new = root / "data" / "acties" / "nieuw"
        new.write_text("titel: zes\n")
        new.replace(root / ACTIE)

    steps = (lambda: beside.write_text("slot"), replace, beside.unlink)
    assert watch(root, *steps) == [[ACTIE]]


def test_what_comes_and_goes_at_once_is_no_change(root: Path) -> None:
    """A file for the moment changes nothing that an advisor sees."""
    other = root / "data" / "acties" / "A-0002.yaml"
    assert watch(root, lambda: other.write_text("x"), other.unlink) == []


def test_renamed_and_removed_files_and_the_settings_are_noticed(root: Path) -> None:
    """A folder under another name, a file that is gone, and mkdocs.yml all count."""
    quiet = [lambda: None] * 2
    seen = watch(
        root,
        lambda: (root / "data" / "acties").rename(root / "data" / "oud"),
        *quiet,
        (root / "data" / "oud" / "A-0001.yaml").unlink,
        *quiet,
        lambda: (root / "mkdocs.yml").write_text("site_name: langer\n"),
    )
    assert seen == [[ACTIE, "data/oud/A-0001.yaml"], ["data/oud/A-0001.yaml"], ["mkdocs.yml"]]


def test_file_that_another_program_holds_is_tried_again(root: Path) -> None:
    """A file that could not be opened is read again although it does not change, a few times."""
    seen = watch(root, *[lambda: None] * 100, is_unsure=lambda: True)
    assert seen == [()] * 5
