"""mkdocs.yml: the few settings that a programme may have there, read before MkDocs reads them.

Everything else either stands in data/, or could load something from outside, run code of others, or
publish files that nobody looked at. Such a setting is refused, not ignored: somebody meant it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from generator.findings import Code, Finding, Plek, fout
from generator.load.guard import RefusedError, read_guarded, unify_line_ends
from generator.load.yaml_document import parse_yaml, type_value
from generator.model.basis import type_path

NAAM: Final = "mkdocs.yml"
GROOTSTE: Final = 100_000
TOEGESTAAN: Final = frozenset(
    {"site_name", "docs_dir", "site_dir", "theme", "plugins", "strict", "dev_addr", "watch"}
)
THEMA: Final = "material"
PLUGIN: Final = "circulair"
PLUGINS: Final = frozenset({PLUGIN, "search", "material/search"})
_BRON = "een link naar de bronbestanden laat zien wat intern is"
_BUITEN = "zo kan een pagina iets van buiten laden of lezers volgen"
_CODE = "zo komt er code in de site die niemand heeft nagekeken"
_GEGEVENS = "dit staat in data/programma.yaml"
_GEEN_REPOSITORY = "deze site wordt niet naar een repository gestuurd"
_EIGEN = "dit regelt het programma zelf"
REDENEN: Final = {
    "repo_url": _BRON,
    "repo_name": _BRON,
    "edit_uri": _BRON,
    "edit_uri_template": _BRON,
    "remote_branch": _GEEN_REPOSITORY,
    "remote_name": _GEEN_REPOSITORY,
    "extra": _BUITEN,
    "extra_css": _BUITEN,
    "extra_javascript": _BUITEN,
    "extra_templates": _CODE,
    "hooks": "hiermee voert MkDocs een programma uit dat niemand heeft nagekeken",
    "markdown_extensions": "hiermee voert MkDocs elk programma uit dat hier staat",
    "INHERIT": "hiermee leest MkDocs nog een bestand, ook van buiten deze map",
    "<<": "hieronder kan alles staan wat hier niet mag",
    "site_url": f"{_GEGEVENS} (site_url en intern_url)",
    "site_author": "namen van makers staan niet op de site",
    "site_description": f"{_GEGEVENS} (kernzin)",
    "copyright": f"{_GEGEVENS} (licentie)",
    "nav": "het menu volgt uit de gegevens",
}
"""Why a setting is refused; every other one is the program's own business."""


def check_settings(root: Path, name: str = NAAM) -> tuple[Finding, ...]:
    """What in mkdocs.yml MkDocs may not even read; nothing when there is no such file.

    Tags such as `!!python/name` and `!ENV`, anchors and depth are refused as in every source.
    """
    if not (root / name).exists():
        return ()
    try:
        text = read_guarded(root, name, GROOTSTE).decode("utf-8-sig")
    except RefusedError as error:
        return (fout(error.code, Plek(name), error.melding, error.oplossing),)
    except UnicodeDecodeError:
        melding = "dit bestand is niet opgeslagen als UTF-8"
        return (fout(Code.BESTAND_CODERING, Plek(name), melding, "sla het bestand op als UTF-8"),)
    return tuple(_find_wrong(unify_line_ends(text), name))


def _find_wrong(text: str, bestand: str) -> Iterator[Finding]:
    document, found = parse_yaml(text, bestand, begin="site_name: ...")
    yield from found
    if document is None:
        return
    for path, name, reason in _iter_refused(document.inhoud):
        plek = document.posities.of_key(path)
        yield fout(
            Code.VELD_ONBEKEND, plek, f"{name}: {reason}", f"haal {name.rpartition(', ')[2]} weg"
        )
    theme = document.inhoud.get("theme")
    if (theme.get("name") if isinstance(theme, dict) else theme) != THEMA:
        melding = f"de site werkt alleen met het thema {THEMA}"
        oplossing = f"schrijf theme: met daaronder name: {THEMA}"
        plek = document.posities.of_value(("theme", "name"))
        yield fout(Code.KEUZE_ONBEKEND, plek, melding, oplossing)
    plugins = [name for _, name in _iter_plugins(document.inhoud.get("plugins"))]
    if PLUGIN not in plugins:
        melding = f"hier ontbreekt de plugin {PLUGIN}"
        oplossing = f"zet onder plugins: een regel met - {PLUGIN}"
        yield fout(Code.VELD_ONTBREEKT, document.posities.of_key(("plugins",)), melding, oplossing)


def _iter_refused(inhoud: Mapping[str, type_value]) -> Iterator[tuple[type_path, str, str]]:
    """Each setting that is refused: its path, its name for people, and why."""
    for name in inhoud:
        if name not in TOEGESTAAN:
            yield (name,), name, REDENEN.get(name, _EIGEN)
    theme = inhoud.get("theme")
    for name in theme if isinstance(theme, dict) else ():
        if name != "name":
            yield ("theme", name), f"theme, {name}", _CODE if name == "custom_dir" else _EIGEN
    for path, name in _iter_plugins(inhoud.get("plugins")):
        if name not in PLUGINS:
            yield path, f"plugins, {name}", _BUITEN


def _iter_plugins(plugins: type_value) -> Iterator[tuple[type_path, str]]:
    """The plugins in each of the ways in which MkDocs takes them, with their path."""
    if isinstance(plugins, dict):
        yield from ((("plugins", name), name) for name in plugins)
    for index, item in enumerate(plugins if isinstance(plugins, list) else ()):
        names = item if isinstance(item, dict) else (item,)
        yield from ((("plugins", index), str(name)) for name in names)
