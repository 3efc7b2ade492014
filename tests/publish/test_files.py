"""Writing: only what changed, nothing that no longer belongs, and never over another path."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.findings import GeneratorError
from generator.present.page import Asset, Page, Site
from generator.publish.files import refuse_foreign_target, swap, write_docs


def make_site(*pages: Page, assets: tuple[Asset, ...] = ()) -> Site:
    """A site with only what writing looks at."""
    return Site(pages, assets, [], (), {})


def test_second_write_of_the_same_site_writes_nothing(tmp_path: Path) -> None:
    """Unchanged pages keep their date, so that a preview rebuilds only what changed."""
    site = make_site(Page("index", "Home", "# Home\n"), assets=(Asset("csv/x.csv", "a;b\r\n"),))
    assert write_docs(site, tmp_path) == 2
    before = (tmp_path / "index.md").stat().st_mtime_ns
    assert write_docs(site, tmp_path) == 0
    assert (tmp_path / "index.md").stat().st_mtime_ns == before
    assert (tmp_path / "csv" / "x.csv").read_bytes() == b"a;b\r\n"


def test_page_that_left_the_site_is_removed_with_its_folder(tmp_path: Path) -> None:
    """A page whose source is gone is not published any longer."""
    write_docs(make_site(Page("acties/a-0001", "A", "a"), Page("index", "H", "h")), tmp_path)
    write_docs(make_site(Page("index", "H", "h")), tmp_path)
    assert [path.name for path in tmp_path.rglob("*")] == ["index.md"]


@pytest.mark.parametrize("other", ["over/index", "Over/Index"])
def test_two_pages_that_claim_one_path_are_refused(tmp_path: Path, other: str) -> None:
    """Two pages never overwrite each other, also where a disk ignores capitals."""
    site = make_site(Page("over/index", "A", "a"), Page(other, "B", "b"))
    with pytest.raises(GeneratorError, match="hetzelfde bestand"):
        write_docs(site, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_swap_puts_the_new_site_in_place_and_leaves_no_rest(tmp_path: Path) -> None:
    """After a swap there is one site, the new one."""
    built, target = tmp_path / "nieuw", tmp_path / "site"
    for folder, text in ((built, "nieuw"), (target, "oud")):
        folder.mkdir()
        (folder / "index.html").write_text(text, encoding="utf-8")
    (target / "verdwenen.html").write_text("oud", encoding="utf-8")
    swap(built, target)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["index.html", "site"]
    assert (target / "index.html").read_text(encoding="utf-8") == "nieuw"


def test_empty_or_absent_target_is_accepted(tmp_path: Path) -> None:
    """A first build needs no preparation."""
    refuse_foreign_target(tmp_path / "nieuw")
    refuse_foreign_target(tmp_path)


def test_target_with_other_files_is_refused(tmp_path: Path) -> None:
    """A folder with somebody's work is not replaced by a site."""
    (tmp_path / "brief.docx").write_text("werk", encoding="utf-8")
    with pytest.raises(GeneratorError, match="geen eerder gebouwde site"):
        refuse_foreign_target(tmp_path)
