"""The floor: the same visible text as plain Markdown, built by MkDocs with Material alone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from bs4 import BeautifulSoup, Tag

CONFIG = """site_name: Vloer
use_directory_urls: false
theme:
  name: material
  language: nl
  font: false
  features: [navigation.tabs, navigation.indexes]
plugins:
  - search:
      lang: nl
markdown_extensions: [tables]
nav:
{nav}
not_in_nav: |
  /**
"""


def _text(element: Tag) -> str:
    return " ".join(element.get_text(" ").split()).replace("|", "/")


def _write_table(table: Tag) -> Iterator[str]:
    rows = [[_text(cell) for cell in row.select("th, td")] for row in table.select("tr")]
    if caption := table.select_one("caption"):
        yield _text(caption) + "\n"
    for number, row in enumerate(rows):
        yield f"| {' | '.join(row)} |"
        if number == 0:
            yield "|" + " --- |" * len(row)
    yield ""


def write_markdown(article: Tag) -> str:
    """The visible text of a page: headings, paragraphs, lists and pipe tables."""
    lines: list[str] = []
    for element in article.select("h1, h2, h3, p, li, dt, dd, figcaption, table"):
        if element.name == "table":
            lines += _write_table(element)
        elif element.find_parent("table") or element.find_parent("li"):
            continue
        elif element.name in {"h1", "h2", "h3"}:
            lines.append(f"{'#' * int(element.name[1])} {_text(element).rstrip('¶ ')}\n")
        elif element.name == "li":
            lines.append(f"- {_text(element)}")
        else:
            lines.append(f"\n{_text(element)}\n")
    return "\n".join(lines) + "\n"


def write_floor(site: Path, target: Path) -> Path:
    """Write the floor of a built edition into `target`: docs and mkdocs.yml; return `target`.

    The menu holds the same kind of pages as ours: overviews, themes and teams, no actions.
    """
    shutil.rmtree(target, ignore_errors=True)
    nav = []
    for page in sorted(site.rglob("*.html")):
        article = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser").select_one(
            "article"
        )
        if article is None or page.name == "404.html":
            continue
        name = page.relative_to(site).with_suffix(".md")
        path = target / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(write_markdown(article), encoding="utf-8")
        if not name.as_posix().startswith(("acties/a-", "indicatoren/")):
            nav.append(f"  - {name.as_posix()}")
    (target / "mkdocs.yml").write_text(CONFIG.format(nav="\n".join(nav)), encoding="utf-8")
    return target
