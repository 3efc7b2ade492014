"""Writing: only what changed, nothing that no longer belongs, and never over another path."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from generator.findings import GeneratorError
from generator.present.page import Asset, Page, Site
from generator.publish.files import (
    make_aside,
    refresh_preview,
    refuse_foreign_target,
    refuse_place,
    swap,
    write_docs,
)


def make_site(*pages: Page, assets: tuple[Asset, ...] = ()) -> Site:
    """A site with only what writing looks at."""
    return Site(pages, assets, [], (), {})


def test_second_write_of_the_same_site_writes_nothing(tmp_path: Path) -> None:
    """Unchanged pages keep their date, so that a preview rebuilds only what changed."""
    site = make_site(Page("index", "# Home\n"), assets=(Asset("csv/x.csv", "a;b\r\n"),))
    assert write_docs(site, tmp_path) == 2
    before = (tmp_path / "index.md").stat().st_mtime_ns
    assert write_docs(site, tmp_path) == 0
    assert (tmp_path / "index.md").stat().st_mtime_ns == before
    assert (tmp_path / "csv" / "x.csv").read_bytes() == b"a;b\r\n"


def test_page_that_left_the_site_is_removed_with_its_folder(tmp_path: Path) -> None:
    """A page whose source is gone is not published any longer."""
    write_docs(make_site(Page("acties/a-0001", "a"), Page("index", "h")), tmp_path)
    write_docs(make_site(Page("index", "h")), tmp_path)
    assert [path.name for path in tmp_path.rglob("*")] == ["index.md"]


@pytest.mark.parametrize("name", ["over/index.md", "Over/Index.md"])
def test_two_files_that_claim_one_path_are_refused(tmp_path: Path, name: str) -> None:
    """Two files never overwrite each other, also where a disk ignores capitals."""
    site = make_site(Page("over/index", "a"), assets=(Asset(name, "b"),))
    with pytest.raises(GeneratorError, match="hetzelfde bestand"):
        write_docs(site, tmp_path)
    site = make_site(assets=(Asset(name, "a"), Asset(name, "b")))
    with pytest.raises(GeneratorError, match="hetzelfde bestand"):
        write_docs(site, tmp_path)
    assert list(tmp_path.iterdir()) == []


def lay_sites(folder: Path, *names: str) -> dict[Path, Path]:
    """For each name an old site in its place, and a new one built elsewhere."""
    sites = {}
    for name in names:
        for path, text in ((folder / name, "oud"), (folder / "bouw" / name, "nieuw")):
            path.mkdir(parents=True)
            (path / "index.html").write_text(text, encoding="utf-8")
        (folder / name / "verdwenen.html").write_text("oud", encoding="utf-8")
        sites[folder / name] = folder / "bouw" / name
    return sites


def read_sites(folder: Path) -> dict[str, str]:
    """Every file under a folder with its text."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


def refuse_rename_to(monkeypatch: pytest.MonkeyPatch, *refused: tuple[str, str]) -> None:
    """Let renaming a folder of one name into another fail, as when a file in it is open."""
    real = os.rename

    def rename(source: Path, target: Path) -> None:
        if (Path(source).name, Path(target).name) in refused:
            raise PermissionError(13, "in gebruik", str(source))
        real(source, target)

    monkeypatch.setattr(os, "rename", rename)


def test_swap_puts_the_new_sites_in_place_and_leaves_no_rest(tmp_path: Path) -> None:
    """After a swap only the new sites are there."""
    swap(lay_sites(tmp_path, "intern", "publiek"))
    assert read_sites(tmp_path) == {"intern/index.html": "nieuw", "publiek/index.html": "nieuw"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bouw", "intern", "publiek"]


@pytest.mark.parametrize("step", [("publiek", "oud"), ("nieuw", "publiek")])
def test_swap_that_fails_halfway_brings_back_all_old_sites(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: tuple[str, str]
) -> None:
    """A file that is open in another program never leaves a reader without a site."""
    sites = lay_sites(tmp_path, "intern", "publiek")
    refuse_rename_to(monkeypatch, step)
    with pytest.raises(GeneratorError, match="Sluit programma's") as caught:
        swap(sites)
    for name in ("intern", "publiek"):
        assert (tmp_path / name / "verdwenen.html").is_file()
        assert f"{name}' staat nog de vorige site" in str(caught.value)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bouw", "intern", "publiek"]


def test_swap_that_cannot_be_undone_says_where_everything_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also in the worst case nothing is lost: the old site is kept, and named."""
    sites = lay_sites(tmp_path, "intern", "publiek")
    refused = (("nieuw", "publiek"), ("oud", "publiek"), ("intern", "nieuw"))
    refuse_rename_to(monkeypatch, *refused)
    with pytest.raises(GeneratorError) as caught:
        swap(sites)
    (kept,) = tmp_path.glob(".publiek-*/oud")
    assert f"De vorige site staat in '{kept}'" in str(caught.value)
    assert (kept / "verdwenen.html").is_file()
    assert f"In '{tmp_path / 'intern'}' staat de nieuwe site" in str(caught.value)
    assert (tmp_path / "intern" / "index.html").read_text("utf-8") == "nieuw"


def test_swap_leaves_alone_what_an_earlier_crash_left(tmp_path: Path) -> None:
    """What may be the only copy of a site is never removed nor moved into."""
    sites = lay_sites(tmp_path, "site")
    for name in (".site.oud", ".site.nieuw", ".site-abc"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text("bewaard", encoding="utf-8")
    swap(sites)
    seen = read_sites(tmp_path)
    assert seen.pop("site/index.html") == "nieuw"
    assert list(seen.values()) == ["bewaard"] * 3


def test_swap_replaces_the_folder_behind_a_link(tmp_path: Path) -> None:
    """A web server's folder that is a link stays one, and shows the new site."""
    (built,) = lay_sites(tmp_path, "echt").values()
    link = tmp_path / "webroot"
    link.symlink_to(tmp_path / "echt")
    swap({link: built})
    assert link.is_symlink()
    assert read_sites(tmp_path / "echt") == {"index.html": "nieuw"}


def test_swap_works_between_disks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A target on another disk gets the whole site, by copying."""
    sites = lay_sites(tmp_path, "site")
    refuse_rename_to(monkeypatch, ("site", "nieuw"))
    swap(sites)
    assert read_sites(tmp_path) == {"site/index.html": "nieuw"}


def test_two_runs_get_two_folders_and_leave_nothing(tmp_path: Path) -> None:
    """Builds at the same time do not disturb each other, and clean up also when they fail."""
    made: list[Path] = []

    def fail() -> None:
        with make_aside(tmp_path) as one, make_aside(tmp_path) as two:
            made.extend((one, two))
            (one / "site").mkdir()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert len(set(made)) == 2
    assert list(tmp_path.iterdir()) == []


def test_asset_of_equal_size_with_other_bytes_is_written(tmp_path: Path) -> None:
    """A file that changed without growing is still published anew."""
    source = tmp_path / "bron.js"
    source.write_text("een", encoding="utf-8")
    site = make_site(assets=(Asset("a.js", source),))
    docs = tmp_path / "docs"
    assert [write_docs(site, docs), write_docs(site, docs)] == [1, 0]
    source.write_text("två", encoding="latin-1")
    assert write_docs(site, docs) == 1
    assert (docs / "a.js").read_bytes() == source.read_bytes()


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("programma", "de map van het programma zelf"),
        ("programma/data", "ligt in 'data'"),
        ("programma/data/site", "ligt in 'data'"),
        ("programma/weg/../data/site", "ligt in 'data'"),
        ("link/x", "ligt in 'data'"),
        ("brief.txt/site", "is een bestand en geen map"),
    ],
)
def test_site_never_comes_in_the_sources(tmp_path: Path, place: str, told: str) -> None:
    """A target that would replace or mix with the advisor's own files is refused."""
    root = tmp_path / "programma"
    (root / "data").mkdir(parents=True)
    (tmp_path / "brief.txt").touch()
    (tmp_path / "link").symlink_to(root / "data")
    with pytest.raises(GeneratorError, match=told):
        refuse_place(tmp_path / place, root, "data")
    refuse_place(root / "site", root, "data")
    refuse_place(tmp_path / "elders" / "site", root, "data")


def test_folder_in_which_the_user_works_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A terminal does not end up in a folder that is gone."""
    (tmp_path / "in").mkdir()
    monkeypatch.chdir(tmp_path / "in")
    for target in (Path(), Path("..")):
        with pytest.raises(GeneratorError, match="u werkt nu zelf in die map"):
            refuse_foreign_target(target)


def test_preview_follows_what_every_page_shows(tmp_path: Path) -> None:
    """A new name or page touches all pages, a new sentence none; a page that is gone disappears."""
    docs, published = tmp_path / "docs", tmp_path / "site"
    pages = (Page("index", "h"), Page("over/a", "a"))
    old = make_site(*pages)
    write_docs(old, docs)
    (published / "over").mkdir(parents=True)
    (published / "over" / "a.html").touch()

    def is_touched(new: Site) -> bool:
        os.utime(docs / "index.md", (0, 0))
        refresh_preview(old, new, docs, published)
        return (docs / "index.md").stat().st_mtime > 0

    assert not is_touched(make_site(Page("index", "anders"), pages[1]))
    assert is_touched(replace(old, instellingen={"sitenaam": "anders"}))
    assert is_touched(replace(old, nav=["index.md"]))
    assert is_touched(make_site(*pages, Page("over/b", "b")))
    assert (published / "over" / "a.html").exists()
    assert is_touched(make_site(pages[0]))
    assert not (published / "over" / "a.html").exists()


def test_empty_or_absent_target_is_accepted(tmp_path: Path) -> None:
    """A first build needs no preparation."""
    refuse_foreign_target(tmp_path / "nieuw")
    refuse_foreign_target(tmp_path)


def test_target_with_other_files_is_refused(tmp_path: Path) -> None:
    """A folder with somebody's work is not replaced by a site."""
    (tmp_path / "brief.docx").write_text("werk", encoding="utf-8")
    with pytest.raises(GeneratorError, match="geen eerder gebouwde site"):
        refuse_foreign_target(tmp_path)
