"""Writing: only what changed, nothing that no longer belongs, and never over somebody's work."""

from __future__ import annotations

import filecmp
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from generator.findings import GeneratorError
from generator.present.page import Site

SITE_MARK = Path("assets", "circulair.js")
"""The file by which an earlier site is known."""


def write_docs(site: Site, folder: Path) -> int:
    """Write pages and assets into `folder`, the source of MkDocs; return how many files changed.

    Files that the site does not name are removed.

    Raises:
        GeneratorError: two pages or files claim the same path (also when only case differs).
    """
    contents: dict[str, str | bytes | Path] = {page.bestand: page.markdown for page in site.pages}
    _refuse_double([page.bestand for page in site.pages] + [a.bestand for a in site.assets])
    contents |= {asset.bestand: asset.inhoud for asset in site.assets}
    changed = sum(_write(folder / name, content) for name, content in contents.items())
    return changed + _remove_stale(folder, set(contents))


def add_loose_files(site: Site, folder: Path) -> None:
    """Write what MkDocs would skip into the built site in `folder`."""
    for asset in site.los:
        _write(folder / asset.bestand, asset.inhoud)


def _refuse_double(names: list[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name.casefold() in seen:
            message = (
                f"Twee onderdelen willen hetzelfde bestand schrijven: {name} "
                "(hoofdletters maken geen verschil)."
            )
            raise GeneratorError(message)
        seen.add(name.casefold())


def _write(path: Path, content: str | bytes | Path) -> bool:
    if isinstance(content, Path):
        if path.is_file() and filecmp.cmp(content, path, shallow=False):
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(content, path)
        return True
    encoded = content if isinstance(content, bytes) else content.encode("utf-8")
    if path.is_file() and path.read_bytes() == encoded:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(encoded)
    return True


def _remove_stale(folder: Path, wanted: set[str]) -> int:
    removed = 0
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in wanted:
            path.unlink()
            removed += 1
    return removed


def refresh_preview(old: Site, new: Site, docs: Path, published: Path) -> None:
    """Let a preview, which rebuilds only changed pages, follow what concerns all pages.

    Every page shows the menu and the settings of the site: when these change, all source files in
    `docs` become as new. Pages that are gone are removed from `published`.
    """
    gone = {page.pad for page in old.pages} - {page.pad for page in new.pages}
    for pad in gone:
        (published / f"{pad}.html").unlink(missing_ok=True)
    if gone or _shared(old) != _shared(new):
        for path in docs.rglob("*.md"):
            path.touch()


def _shared(site: Site) -> tuple[object, ...]:
    return site.nav, dict(site.instellingen), {page.pad for page in site.pages}


def show_path(path: Path) -> str:
    """The path as a user knows it: from the current folder when it lies therein."""
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)


def refuse_foreign_target(target: Path) -> None:
    """Refuse to replace a folder that is not an earlier site: it may hold somebody's work.

    Raises:
        GeneratorError: `target` exists, is not empty, and was not made by this program; or the
            user's terminal stands in it.
    """
    if Path.cwd().resolve().is_relative_to(target.resolve()):
        message = (
            f"'{show_path(target)}' wordt vervangen, maar u werkt nu zelf in die map. "
            "Ga naar een andere map of kies een ander doel."
        )
        raise GeneratorError(message)
    if not target.exists() or (target.is_dir() and not any(target.iterdir())):
        return
    if not (target / SITE_MARK).is_file():
        message = (
            f"'{show_path(target)}' bestaat al en is geen eerder gebouwde site. Er is niets "
            "veranderd. Kies als doel een andere of een lege map."
        )
        raise GeneratorError(message)


def refuse_place(target: Path, root: Path, *closed: str) -> None:
    """Refuse a target that would mix sites with the programme in `root`.

    Args:
        target: the folder that a site is to come in.
        root: the folder of the programme.
        closed: folders of the programme in which no site may come.

    Raises:
        GeneratorError: `target` is `root`, lies in a folder of `closed` or in an earlier site
            (whoever published that site would publish this one too), or runs through a file.
    """
    real, source = target.resolve(), root.resolve()
    sites = [parent for parent in real.parents if (parent / SITE_MARK).is_file()]
    inside = [name for name in closed if real.is_relative_to((source / name).resolve())]
    through = [parent for parent in real.parents if parent.exists() and not parent.is_dir()]
    if source == real:
        reason = "dat is de map van het programma zelf"
    elif inside:
        reason = f"dat ligt in '{inside[0]}', een map van het programma zelf"
    elif sites:
        reason = f"'{show_path(sites[0])}' is zelf een gebouwde site, en wie die publiceert ook dit"
    elif through:
        reason = f"'{show_path(through[0])}' is een bestand en geen map"
    else:
        return
    message = f"In '{show_path(target)}' kan geen site komen: {reason}. Kies met --doel een andere."
    raise GeneratorError(message)


@contextmanager
def make_aside(folder: Path) -> Iterator[Path]:
    """A fresh folder in `folder` for one run only, so that two runs never share it."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, ignore_cleanup_errors=True) as name:
        yield Path(name)


def clear(folder: Path) -> None:
    """Remove what an earlier run left in `folder`, which may be absent."""
    if folder.exists():
        shutil.rmtree(folder)


def swap(sites: Mapping[Path, Path]) -> None:
    """Put built sites in the place of the old ones: all of them, or none.

    First every new site is brought beside its target, then they change places by renaming. A target
    that is a link stays one: the folder behind it is replaced.

    Args:
        sites: by target, the folder of the built site; that folder is moved.

    Raises:
        GeneratorError: a folder cannot be moved; says where the old and new sites are.
    """
    asides: dict[Path, Path] = {}
    placed: set[Path] = set()
    try:
        with ExitStack() as undo:
            for target, built in sites.items():
                real = target.resolve()
                real.parent.mkdir(parents=True, exist_ok=True)
                asides[real] = Path(tempfile.mkdtemp(prefix=f".{real.name}-", dir=real.parent))
                shutil.move(built, asides[real] / "nieuw")
            for target, aside in asides.items():
                if target.exists():
                    target.rename(aside / "oud")
                    undo.callback(os.rename, aside / "oud", target)
                (aside / "nieuw").rename(target)
                placed.add(target)
                undo.callback(os.rename, target, aside / "nieuw")
            undo.pop_all()
    except OSError as error:
        states = [_tell_state(target, aside, placed) for target, aside in asides.items()]
        message = (
            f"De nieuwe site kan niet op haar plaats gezet worden ({error}). Sluit programma's die "
            "een bestand of map van de site open hebben, kijk of u daar mag schrijven, en bouw "
            "opnieuw."
        )
        raise GeneratorError("\n  ".join((message, *states))) from error
    finally:
        for target, aside in asides.items():
            if target.exists() or not (aside / "oud").exists():  # never remove the only copy
                shutil.rmtree(aside, ignore_errors=True)


def _tell_state(target: Path, aside: Path, placed: set[Path]) -> str:
    name = show_path(target)
    if target in placed and not (aside / "nieuw").exists():
        return f"In '{name}' staat de nieuwe site."
    if target.exists():
        return f"In '{name}' staat nog de vorige site."
    if (aside / "oud").exists():
        return f"De vorige site staat in '{show_path(aside / 'oud')}'; hernoem die tot '{name}'."
    return f"'{name}' bestaat nog niet."
