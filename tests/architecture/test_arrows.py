"""The arrows of the design: which stage may know which other stage, library and outside world."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

import generator

ROOT = Path(generator.__file__).parent
TEMPLATES = Path(str(files("site_theme") / "templates"))

# stage: (own stages it may import, libraries it may import)
ARROWS: dict[str, tuple[set[str], set[str]]] = {
    "findings": (set(), set()),
    "model": ({"findings"}, {"pydantic", "pydantic_core"}),
    "load": ({"model", "findings"}, {"yaml", "pydantic", "pydantic_core"}),
    "check": ({"model", "findings"}, set()),
    "narrow": ({"model"}, {"pydantic"}),
    "derive": ({"model"}, {"pandas"}),
    "present": ({"model", "derive.feiten"}, {"jinja2", "markupsafe", "babel"}),
    "publish": (
        {"findings", "model", "present.page"},
        {"mkdocs", "material", "markdown", "pathspec", "jinja2"},
    ),
    "pipeline": (
        {"findings", "model", "load", "check", "narrow", "derive", "present", "publish"},
        set(),
    ),
    "cli": ({"pipeline", "findings", "model"}, {"click", "pydantic_core"}),
    "__main__": ({"cli"}, set()),
    "plugin": ({"pipeline", "findings", "model", "publish"}, {"mkdocs", "jinja2"}),
    "bootstrap": (set(), set()),
}
CLOCKS = {"today", "now", "utcnow"}
MAY_READ_CLOCK = {"cli", "plugin"}
WRITES = {"write_text", "write_bytes", "mkdir", "unlink", "rmdir", "rename", "replace_file"}
WRITES |= {"rmtree", "copyfile", "move", "touch", "copytree"}
MAY_WRITE = {"publish", "bootstrap"}
ARITHMETIC = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow)


def _list_modules() -> list[Path]:
    return sorted(path for path in ROOT.rglob("*.py") if path != ROOT / "__init__.py")


def _stage(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def _iter_imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "generator":
                yield from (f"generator.{alias.name}" for alias in node.names)
            else:
                yield node.module


def _is_allowed(name: str, stage: str) -> bool:
    own, libraries = ARROWS[stage]
    if name == "generator" or name.startswith("generator."):
        inner = name.removeprefix("generator").removeprefix(".")
        return inner.split(".")[0] == stage or any(
            inner == allowed or inner.startswith(f"{allowed}.") for allowed in own
        )
    top = name.split(".", maxsplit=1)[0]
    return top in libraries or top in sys.stdlib_module_names


@pytest.mark.parametrize("path", _list_modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_module_imports_only_what_its_stage_may_know(path: Path) -> None:
    """No stage knows a later stage, or a library that belongs to another."""
    wrong = [
        name
        for name in _iter_imports(ast.parse(path.read_text(encoding="utf-8")))
        if not _is_allowed(name, _stage(path))
    ]
    assert wrong == []


def _find_attributes(path: Path, names: set[str]) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in names
    ]


@pytest.mark.parametrize("path", _list_modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_only_the_command_line_and_the_plugin_read_the_clock(path: Path) -> None:
    """Peildatum decides; no other part of the program asks what day it is."""
    if _stage(path) not in MAY_READ_CLOCK:
        assert _find_attributes(path, CLOCKS) == []


@pytest.mark.parametrize("path", _list_modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_only_publish_writes_files(path: Path) -> None:
    """Nothing is written before everything is known."""
    if _stage(path) not in MAY_WRITE:
        assert _find_attributes(path, WRITES) == []


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.jinja")), ids=lambda path: path.name)
def test_templates_show_and_never_compute_or_unescape(path: Path) -> None:
    """A template holds no arithmetic, and never switches the escaper off."""
    tree = Environment(autoescape=True).parse(path.read_text(encoding="utf-8"))
    assert list(tree.find_all(ARITHMETIC)) == []
    filters = {node.name for node in tree.find_all(nodes.Filter)}
    assert filters.isdisjoint({"safe", "sum", "round", "int", "float", "abs"})
    assert not list(tree.find_all((nodes.MarkSafe, nodes.ScopedEvalContextModifier)))


def test_a_forbidden_import_is_noticed() -> None:
    """The rule itself works: check may not know pandas, and load may not know derive."""
    assert not _is_allowed("pandas", "check")
    assert not _is_allowed("generator.derive", "load")
    assert _is_allowed("generator.model.basis", "load")
