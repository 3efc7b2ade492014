"""The sources as plain texts, for who must say where something was written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from generator.findings import GeneratorError
from generator.load.guard import RefusedError, read_guarded, unify_line_ends
from generator.load.reader import GROOTSTE_BESTAND, GROOTSTE_SOORT, MAPPEN, SourceTree

TEKST = (".yaml", ".csv", ".md")
TONEN = (*TEKST, ".svg")
"""What has lines that people can read."""


def read_sources(
    root: Path | None, anders: Mapping[str, bytes | None] = MappingProxyType({})
) -> dict[str, str]:
    """The text of each source file by its name; what cannot be read is left out.

    `anders` holds files that count instead of those on the disk, as for `SourceTree`.
    """
    tree = SourceTree(root, anders)
    texts = {name: tree.read(name) for name in tree.names if name.endswith(TEKST)}
    return {name: text for name, text in texts.items() if text is not None}


def read_raw(root: Path, name: str) -> bytes:
    """The bytes of one source file, byte order mark and line ends included.

    Raises:
        GeneratorError: the file is absent, too large, a link, or cannot be opened.
    """
    # The manual beside the data is no page that anybody reads in: it may be longer than those.
    is_page = name.startswith("content/") or not name.endswith(".md")
    suffix = PurePosixPath(name).suffix if is_page else ""
    try:
        return read_guarded(root, name, GROOTSTE_SOORT.get(suffix, GROOTSTE_BESTAND))
    except RefusedError as error:
        message = f"{name}: {error.melding} → {error.oplossing}"
        raise GeneratorError(message) from error


def read_lines(
    root: Path | None,
    names: Iterable[str],
    anders: Mapping[str, bytes | None] = MappingProxyType({}),
) -> dict[str, tuple[str, ...]]:
    """The lines of the named files, to be shown; a file without any, or out of reach, is left out.

    Nothing is judged here: what is no UTF-8 is shown as Windows wrote it.
    """
    lines: dict[str, tuple[str, ...]] = {}
    for name in names:
        first, *parts = name.split("/")
        if first not in MAPPEN or ".." in parts or not name.endswith(TONEN):
            continue
        content = anders.get(name)
        if content is None and root and name not in anders:
            try:
                content = read_raw(root, name)
            except GeneratorError:
                continue
        text = _decode_somehow(content or b"")
        if text.strip():
            lines[name] = tuple(unify_line_ends(text).split("\n"))
    return lines


def _decode_somehow(content: bytes) -> str:
    """The text in bytes that may be anything; empty when there is none in it."""
    if b"\0" in content:
        return ""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
