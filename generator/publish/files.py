"""Writing pages: only what changed is written, and what no longer belongs is removed."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.findings import GeneratorError
from generator.present.page import Site


def write_docs(site: Site, folder: Path) -> int:
    """Write pages and assets into `folder`, the source of MkDocs; return how many files changed.

    Files that the site does not name are removed.

    Raises:
        GeneratorError: two pages or files claim the same path (also when only case differs).
    """
    contents: dict[str, str | Path] = {page.bestand: page.markdown for page in site.pages}
    _refuse_double([page.bestand for page in site.pages] + [a.bestand for a in site.assets])
    contents |= {asset.bestand: asset.inhoud for asset in site.assets}
    changed = sum(_write(folder / name, content) for name, content in contents.items())
    return changed + _remove_stale(folder, set(contents))


def _refuse_double(names: list[str]) -> None:
    seen: dict[str, str] = {}
    for name in names:
        other = seen.setdefault(name.casefold(), name)
        if other is not name:
            message = f"Twee onderdelen willen hetzelfde bestand schrijven: {other} en {name}."
            raise GeneratorError(message)


def _write(path: Path, content: str | Path) -> bool:
    if isinstance(content, Path):
        if path.is_file() and path.stat().st_size == content.stat().st_size:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(content, path)
        return True
    encoded = content.encode("utf-8")
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


def refuse_foreign_target(target: Path) -> None:
    """Refuse to replace a folder that is not an earlier site: it may hold somebody's work.

    Raises:
        GeneratorError: `target` exists, is not empty, and was not made by this program.
    """
    if not target.exists() or (target.is_dir() and not any(target.iterdir())):
        return
    if not (target / "assets" / "circulair.js").is_file():
        message = (
            f"'{target}' bestaat al en is geen eerder gebouwde site. Er is niets veranderd. "
            "Kies met --doel een andere of een lege map."
        )
        raise GeneratorError(message)


def swap(built: Path, target: Path) -> None:
    """Put the built site in the place of the old one; the old one stays until the new is whole."""
    target.parent.mkdir(parents=True, exist_ok=True)
    incoming = target.with_name(f".{target.name}.nieuw")
    outgoing = target.with_name(f".{target.name}.oud")
    for leftover in (incoming, outgoing):
        shutil.rmtree(leftover, ignore_errors=True)
    shutil.move(built, incoming)
    if target.exists():
        target.rename(outgoing)
    incoming.rename(target)
    shutil.rmtree(outgoing, ignore_errors=True)
