"""The files of a programme and its pages, read without any code of the program."""

from __future__ import annotations

from pathlib import Path

import yaml
from bs4 import BeautifulSoup, Tag

from tests.programmes import Built


def read_yaml(path: Path) -> dict[str, object]:
    """A YAML file with every scalar as text."""
    loaded: dict[str, object] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return loaded


def read_records(built: Built, name: str) -> list[dict[str, object]]:
    """The records of a collection, as typed: a folder with files, or one file with a list."""
    folder = built.root / "data" / name
    if folder.is_dir():
        return [read_yaml(path) | {"id": path.stem} for path in sorted(folder.glob("*.yaml"))]
    found = read_yaml(folder.with_suffix(".yaml"))[name]
    assert isinstance(found, list)
    return found


def is_public(record: dict[str, object]) -> bool:
    """Whether the file says that everyone may see it."""
    return record.get("zichtbaarheid") == "publiek"


def get_list(record: dict[str, object], field: str) -> list[dict[str, str]]:
    """A field that holds a list; absent is empty."""
    value = record.get(field, [])
    assert isinstance(value, list)
    return value


def read_terms(built: Built, name: str) -> dict[str, str]:
    """The names of a vocabulary by id."""
    terms = read_yaml(built.root / "data" / "woordenlijst" / f"{name}.yaml")["termen"]
    assert isinstance(terms, list)
    return {term["id"]: term["naam"] for term in terms}


def get_text(tree: BeautifulSoup | Tag) -> str:
    """The words of an element, with single spaces."""
    return " ".join(tree.get_text(" ").replace("\xa0", " ").split())


def get_article(built: Built, editie: str, pad: str) -> Tag:
    """What a page says, without its frame."""
    found = built.page(editie, pad).select_one("article")
    assert found is not None
    return found


def get_section(article: Tag, heading: str) -> str:
    """The words below a heading, up to the next one of its level."""
    start = next(item for item in article.select("h2") if heading in get_text(item))
    words = []
    for item in start.next_siblings:
        if isinstance(item, Tag):
            if item.name == "h2":
                break
            words.append(get_text(item))
    return " ".join(words)
