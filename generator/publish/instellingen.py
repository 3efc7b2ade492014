"""mkdocs.yml: the few settings that a programme may have there.

Everything else either stands in data/, or could load something from outside, run code of others, or
publish files that nobody looked at. Such a setting is refused, not ignored: somebody meant it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import yaml_load

from generator.findings import GeneratorError
from generator.publish.files import show_path

TOEGESTAAN: Final = frozenset(
    {"site_name", "docs_dir", "site_dir", "theme", "plugins", "strict", "dev_addr", "watch"}
)
PLUGINS: Final = frozenset({"circulair", "search", "material/search"})
_BRON = "een link naar de bronbestanden laat zien wat intern is"
_BUITEN = "zo kan een pagina iets van buiten laden of lezers volgen"
_CODE = "zo komt er code in de site die niemand heeft nagekeken"
_GEGEVENS = "dit staat in data/programma.yaml"
REDENEN: Final = {
    "repo_url": _BRON,
    "repo_name": _BRON,
    "edit_uri": _BRON,
    "edit_uri_template": _BRON,
    "remote_branch": "deze site wordt niet naar een repository gestuurd",
    "remote_name": "deze site wordt niet naar een repository gestuurd",
    "extra": _BUITEN,
    "extra_css": _BUITEN,
    "extra_javascript": _BUITEN,
    "extra_templates": _CODE,
    "hooks": _CODE,
    "site_url": f"{_GEGEVENS} (site_url en intern_url)",
    "site_author": "namen van makers staan niet op de site",
    "site_description": f"{_GEGEVENS} (kernzin)",
    "copyright": f"{_GEGEVENS} (licentie)",
    "nav": "het menu volgt uit de gegevens",
}
"""Why a setting is refused; every other one is the program's own business."""


def refuse_settings(config: MkDocsConfig) -> None:
    """Refuse what mkdocs.yml may not settle.

    Raises:
        GeneratorError: names every such setting with the reason.
    """
    wrong = [f"{name}: {reason}" for name, reason in _find_wrong(config)]
    if wrong:
        file = show_path(Path(config.config_file_path))
        message = f"In '{file}' staat wat daar niet mag. Haal dit weg:"
        raise GeneratorError("\n  ".join((message, *wrong)))


def _find_wrong(config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    # As it was written, with what it inherits; the settings hold the defaults of MkDocs too.
    with Path(config.config_file_path).open(encoding="utf-8-sig") as file:
        written: dict[str, Any] = yaml_load(file)
    for name in written:
        if name not in TOEGESTAAN:
            yield name, REDENEN.get(name, "dit regelt het programma zelf")
    theme = written.get("theme")
    for name in theme if isinstance(theme, dict) else ():
        if name == "custom_dir":
            yield "theme, custom_dir", _CODE
        elif name != "name":
            yield f"theme, {name}", "dit regelt het programma zelf"
    if config.theme.name != "material":
        yield f"theme {config.theme.name}", "de site werkt alleen met het thema material"
    for name in config.plugins:
        if name not in PLUGINS and name not in written.get("hooks", ()):
            yield f"plugins, {name}", _BUITEN
