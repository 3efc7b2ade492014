"""mkdocs.yml cannot make a page load from elsewhere, follow readers, or show what is internal."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from generator.findings import GeneratorError
from generator.pipeline import refuse_settings
from generator.publish.builder import read_config
from tests.programmes import build

FOUT = {
    "repo_url: https://github.com/x/y": "repo_url: een link naar de bronbestanden",
    "repo_name: x": "repo_name",
    "edit_uri: blob/main": "edit_uri",
    "edit_uri_template: x/{path}": "edit_uri_template",
    "remote_branch: x": "remote_branch",
    "site_author: J. de Voorbeeld": "site_author: namen",
    "site_description: x": "site_description",
    "copyright: <script>x</script>": "copyright",
    "site_url: https://x.example/": "site_url",
    "extra: {analytics: {provider: google, property: G-1}}": "extra: zo kan een pagina",
    "extra: {social: [{icon: fontawesome/brands/x, link: https://x.example}]}": "extra",
    "extra: {consent: {title: x}}": "extra",
    "extra: {generator: true}": "extra",
    "extra_javascript: [https://x.example/x.js]": "extra_javascript",
    "extra_css: [https://x.example/x.css]": "extra_css",
    "extra_templates: [x.html]": "extra_templates",
    "nav: [{x: index.md}]": "nav: het menu",
    "markdown_extensions: [md_in_html]": "markdown_extensions: hiermee voert MkDocs",
    "hooks: [haak.py]": "hooks: hiermee voert MkDocs",
    "INHERIT: ouder.yml": "INHERIT: hiermee leest MkDocs",
    "validation: {nav: {omitted_files: info}}": "validation: dit regelt het programma",
}


def write(root: Path, line: str) -> None:
    """Add a line to mkdocs.yml, and the files that it names."""
    (root / "haak.py").touch()
    (root / "eigen").mkdir()
    (root / "ouder.yml").write_text("extra_css: [https://x.example/x.css]\n", encoding="utf-8")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")


def change(root: Path, old: str, new: str) -> None:
    """Replace a piece of mkdocs.yml."""
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    assert old in text
    (root / "mkdocs.yml").write_text(text.replace(old, new), encoding="utf-8")


def refuse(root: Path) -> str:
    """What the advisor hears, from `circulair` and from plain MkDocs alike."""
    with pytest.raises(GeneratorError, match="is niet in orde; herstel dit:") as ours:
        refuse_settings(root)
    config = load_config(str(root / "mkdocs.yml"))
    with pytest.raises(PluginError) as theirs:
        config.plugins.on_config(config)
    assert str(theirs.value) == str(ours.value)
    return str(ours.value)


@pytest.mark.parametrize("line", FOUT)
def test_setting_that_could_leak_or_load_is_refused(proefdorp_map: Path, line: str) -> None:
    """Whoever tries hears which line must go, and why."""
    write(proefdorp_map, line)
    assert FOUT[line] in refuse(proefdorp_map)


@pytest.mark.parametrize(
    ("theme", "told"),
    [
        ("name: material\n  custom_dir: eigen", "theme, custom_dir"),
        ("name: material\n  font: {text: Roboto}", "theme, font"),
        ("name: material\n  features: [navigation.instant]", "theme, features"),
        ("name: mkdocs", "alleen met het thema material"),
    ],
)
def test_theme_of_ones_own_is_refused(proefdorp_map: Path, theme: str, told: str) -> None:
    """Files of somebody else cannot take the place of those that were checked."""
    (proefdorp_map / "eigen").mkdir()
    change(proefdorp_map, "name: material", theme)
    assert told in refuse(proefdorp_map)


@pytest.mark.parametrize("name", ["social", "tags", "privacy", "info"])
def test_other_plugins_are_refused(proefdorp_map: Path, name: str) -> None:
    """A plugin may fetch, publish or run anything."""
    change(proefdorp_map, "plugins:\n", f"plugins:\n  - material/{name}: {{enabled: false}}\n")
    with pytest.raises(GeneratorError, match=f"regel 7: plugins, material/{name}: zo kan"):
        refuse_settings(proefdorp_map)


def test_what_remains_may_be_set(proefdorp_map: Path) -> None:
    """Where files come, and how the preview is served, is the advisor's own choice."""
    write(proefdorp_map, "site_dir: uit\nstrict: true\ndev_addr: 127.0.0.1:8001\nwatch: [data]")
    refuse_settings(proefdorp_map)
    assert read_config(proefdorp_map, proefdorp_map / "data").site_name


def test_whoever_sets_it_the_site_stays_clean(
    proefdorp_map: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even where the refusal is passed by, no link, script or name comes into a page."""
    monkeypatch.setenv("CIRCULAIR_EDITIE", "publiek")
    config = load_config(
        str(proefdorp_map / "mkdocs.yml"),
        repo_url="https://github.com/x/lek",
        site_author="lek",
        copyright="lek",
        extra={"social": [{"icon": "material/web", "link": "https://lek.example"}]},
        extra_javascript=["https://lek.example/lek.js"],
        extra_css=["https://lek.example/lek.css"],
        extra_templates=["lek.html"],
    )
    config = config.plugins.on_config(config)
    assert (config.repo_url, config.repo_name, config.edit_uri) == (None, None, None)
    assert (config.site_author, config.copyright, config.extra_templates) == (None, None, [])
    assert set(config.extra) == {"circulair", "scope", "generator"}
    assert config.extra["generator"] is False
    assert config.extra_css == ["assets/circulair.css"]
    assert config.extra_javascript == ["assets/circulair.js", "assets/zoeken.js"]


def test_security_txt_is_in_the_public_edition_only(proefdorp_map: Path) -> None:
    """MkDocs skips folders with a dot; this one is there all the same."""
    sites = build(proefdorp_map)
    text = (sites / "publiek" / ".well-known" / "security.txt").read_text(encoding="utf-8")
    assert text == (
        "Contact: mailto:veilig@proefdorp.example\n"
        "Expires: 2027-06-30T23:59:59Z\n"
        "Preferred-Languages: nl\n"
    )
    assert not (sites / "intern" / ".well-known").exists()
