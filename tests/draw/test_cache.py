"""What is kept of drawn pictures between builds."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.draw import cache
from generator.draw.cache import Cache, hash_text

SLEUTEL, ANDER = hash_text("een"), hash_text("twee")


def make_cache(folder: Path) -> Cache:
    """A cache that takes everything for a picture but what is foreign."""
    return Cache(folder, lambda text: "vreemd" not in text)


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    """A picture is drawn once, also when its labels have letters of all kinds."""
    make_cache(tmp_path / "beelden").put(SLEUTEL, "<svg>€ 5\u00a0ton\në</svg>")
    assert make_cache(tmp_path / "beelden").get(SLEUTEL) == "<svg>€ 5\u00a0ton\në</svg>"
    assert make_cache(tmp_path / "beelden").get(ANDER) is None
    assert [path.suffix for path in (tmp_path / "beelden").iterdir()] == [".svg"]


@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"<svg/>", b"\xff\xfe", b"0\n<svg/>", f"{hash_text('<svg/>')}\n<sv".encode()],
)
def test_a_broken_file_is_no_picture(tmp_path: Path, content: bytes) -> None:
    """A file that was written by half, or changed, is drawn again."""
    (tmp_path / f"{SLEUTEL}.svg").write_bytes(content)
    assert make_cache(tmp_path).get(SLEUTEL) is None


def test_a_file_that_is_not_ours_is_no_picture(tmp_path: Path) -> None:
    """Who puts a whole file in the folder cannot put something else than a picture in a page."""
    make_cache(tmp_path).put(SLEUTEL, "<svg>vreemd</svg>")
    assert make_cache(tmp_path).get(SLEUTEL) is None


def test_a_folder_that_cannot_be_written_is_no_problem(tmp_path: Path) -> None:
    """The build goes on; the next one draws again."""
    (tmp_path / "beelden").write_text("geen map", encoding="utf-8")
    kept = make_cache(tmp_path / "beelden")
    kept.put(SLEUTEL, "<svg/>")
    kept.prune()
    assert kept.get(SLEUTEL) is None


def test_the_oldest_pictures_make_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder does not grow forever, and nothing that this build uses is thrown away."""
    monkeypatch.setattr(cache, "MEESTE", 3)
    kept = make_cache(tmp_path)
    keys = [hash_text(str(number)) for number in range(6)]
    for number, key in enumerate(keys):
        kept.put(key, "<svg/>")
        os.utime(tmp_path / f"{key}.svg", (number, number))
    (tmp_path / "notitie.txt").write_text("van iemand", encoding="utf-8")
    kept.get(keys[0])
    kept.prune()
    left = {path.stem for path in tmp_path.glob("*.svg")}
    assert left == {keys[0], keys[4], keys[5]}
    assert (tmp_path / "notitie.txt").is_file()
