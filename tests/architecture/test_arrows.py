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
    "load": ({"model", "findings"}, {"yaml", "pydantic", "pydantic_core", "PIL"}),
    "check": ({"model", "findings"}, set()),
    "narrow": ({"model"}, {"pydantic"}),
    "derive": ({"model"}, {"pandas"}),
    "present": (
        {"model", "derive.feiten", "compare"},
        {"jinja2", "markupsafe", "babel", "icalendar"},
    ),
    "publish": (
        {"findings", "model", "present.page"},
        {"mkdocs", "material", "markdown", "pathspec", "jinja2"},
    ),
    "draw": ({"findings"}, {"playwright"}),
    "edit": ({"model", "load", "findings"}, {"yaml", "openpyxl"}),
    "compare": ({"model", "findings"}, set()),
    "scan": ({"model", "findings"}, set()),
    "pipeline": (
        {"findings", "model", "load", "check", "narrow", "derive", "present", "publish", "draw"}
        | {"scan", "edit", "compare"},
        {"jinja2"},
    ),
    "workbench": (
        {"findings", "model", "load", "check", "narrow", "edit", "pipeline", "publish"}
        | {"present.historie"},
        set(),
    ),
    "history": (
        {"findings", "model", "load", "narrow", "compare", "present", "pipeline"},
        set(),
    ),
    "cli": (
        {"pipeline", "workbench", "history", "findings", "model"} | {"check.rapport", "edit.nieuw"},
        {"click", "pydantic_core"},
    ),
    "__main__": ({"cli"}, set()),
    "plugin": ({"pipeline", "history", "findings", "model", "publish"}, {"mkdocs", "jinja2"}),
    "bootstrap": (set(), set()),
}
CLOCKS = {"today", "now", "utcnow"}
MAY_READ_CLOCK = {"cli", "plugin"}
WRITES = {"write_text", "write_bytes", "mkdir", "makedirs", "unlink", "rmdir", "rename", "renames"}
WRITES |= {"rmtree", "copy", "copy2", "copyfile", "copytree", "move", "touch", "utime"}
WRITES |= {"symlink_to", "hardlink_to", "symlink", "mkdtemp", "mkstemp", "TemporaryDirectory"}
WRITES |= {"NamedTemporaryFile", "to_csv", "to_json", "write_html", "write_json", "write_image"}
OF_OS = {"remove", "replace", "removedirs", "truncate", "write"}
"""Names that only mean writing behind `os.`: texts and lists have methods of that name too."""
FLAGS = {"O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_APPEND"}
"""With one of these `os.open` writes."""
MAY_WRITE = {"publish", "draw", "bootstrap"}
"""Draw writes in the built site, before it is placed, and in its cache."""
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


def _is_for_writing(call: ast.Call) -> bool:
    """Whether a call names a mode that writes, as `open(path, "w")` or `path.open("w")`."""
    place = 0 if isinstance(call.func, ast.Attribute) else 1
    modes = [*call.args[place : place + 1], *(k.value for k in call.keywords if k.arg == "mode")]
    return any(
        not isinstance(mode, ast.Constant) or set(str(mode.value)) & set("wax+") for mode in modes
    )


def _find_writes(tree: ast.AST) -> list[str]:
    found = [
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in FLAGS
    ]
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = ast.unparse(call.func)
        owner, _, last = name.rpartition(".")
        writes = last in WRITES or (owner == "os" and last in OF_OS)
        writes |= bool(last == "open" and owner != "os" and _is_for_writing(call))
        # A text or a date replaces with two arguments or by keyword, a path with one.
        writes |= bool(last == "replace" and owner and len(call.args) == 1 and not call.keywords)
        if writes:
            found.append(name)
    return found


@pytest.mark.parametrize("path", _list_modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_only_publish_and_draw_write_files(path: Path) -> None:
    """Nothing is written before everything is known."""
    if _stage(path) not in MAY_WRITE:
        assert _find_writes(ast.parse(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "code",
    [
        "open(path, 'w')",
        "open(path, mode='ab')",
        "path.open('x')",
        "path.open(mode)",
        "path.replace(other)",
        "os.replace(path, other)",
        "os.makedirs(path)",
        "os.remove(path)",
        "rmtree(path)",
        "shutil.rmtree(path)",
        "path.write_text('')",
        "frame.to_csv(path)",
    ],
)
def test_a_write_is_noticed(code: str) -> None:
    """The rule itself works: every common way to write is known."""
    assert _find_writes(ast.parse(code)) != []


def test_reading_is_no_write() -> None:
    """Reading a file, and changing a text or a list, is free."""
    code = "open(path); open(path, 'rb'); path.open(encoding='utf-8'); text.replace('a', 'w')"
    code += "; items.remove(1); day.replace(month=1); replace(record, naam='x')"
    assert _find_writes(ast.parse(code)) == []


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
