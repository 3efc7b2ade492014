"""The policy that a built site is given: what it allows, and what it never learns to allow."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from generator.publish.policy import (
    compute_policy,
    find_plotly_styles,
    hash_inline,
    list_theme_scripts,
)
from tests.programmes import build

KLEUR = "p{color:red}"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with one page: the frame, with a script of Material and one of somebody else."""
    theme = "".join(f"<script>{script}</script>" for script in sorted(list_theme_scripts()))
    page = f'{theme}<script>steel()</script><script type="application/json">{{}}</script>'
    (tmp_path / "404.html").write_text(page, encoding="utf-8")
    return tmp_path


def read_rule(policy: str, name: str) -> list[str]:
    """The sources of one rule."""
    (rule,) = [rule.split() for rule in policy.split("; ") if rule.split()[0] == name]
    return rule[1:]


def test_only_scripts_of_the_theme_are_allowed(site: Path) -> None:
    """A script that came into a page by mistake is never put on the list by the build itself."""
    allowed = read_rule(compute_policy(site), "script-src")
    expected = {f"'{hash_inline(script)}'" for script in list_theme_scripts()}
    assert set(allowed) == {"'self'", *expected}
    assert f"'{hash_inline('steel()')}'" not in allowed


def test_policy_allows_nothing_wide(site: Path) -> None:
    """No wildcard, no other host, no eval, and nothing inline without its hash."""
    policy = compute_policy(site)
    assert read_rule(policy, "default-src") == ["'none'"]
    for name in ("base-uri", "form-action", "frame-ancestors"):
        assert read_rule(policy, name) == ["'none'"]
    sources = {source for rule in policy.split("; ") for source in rule.split()[1:]}
    others = {
        source for source in sources if not re.fullmatch(r"'sha256-[A-Za-z0-9+/]{43}='", source)
    }
    assert others == {"'none'", "'self'", "data:"}


@pytest.mark.parametrize(
    ("literal", "style"),
    [
        (f"'{KLEUR}'", KLEUR),
        (f'"{KLEUR}"', KLEUR),
        (r"'a\'b\\c\nd\x41é\u0042'", "a'b\\c\nd\x41éB"),
        ("'a\\\nb'", "ab"),
    ],
)
def test_style_sheet_in_a_script_is_read_as_a_browser_would(literal: str, style: str) -> None:
    """The hash is that of what the browser sees, not of how it was written."""
    script = f'var e=document.createElement("style");e.id="x",e.textContent={literal},go(e)'
    assert list(find_plotly_styles(script)) == [style]


def test_plotly_brings_one_style_sheet() -> None:
    """A new version of Plotly that styles itself in another way is noticed here."""
    bundle = Path(str(files("plotly"))) / "package_data" / "plotly.min.js"
    assert len(list(find_plotly_styles(bundle.read_text(encoding="utf-8")))) == 1


def test_inline_scripts_are_the_same_on_every_page(proefdorp_map: Path) -> None:
    """Three scripts of Material, whatever the folder of the page; so the list stays short."""
    site = build(proefdorp_map, "--editie", "intern")
    found = {
        script
        for page in site.rglob("*.html")
        for script in re.findall(r"<script>(.*?)</script>", page.read_text(encoding="utf-8"))
    }
    assert len(found) == 3
    allowed = read_rule(compute_policy(site), "script-src")
    assert {f"'{hash_inline(script)}'" for script in found} == set(allowed) - {"'self'"}


def test_no_label_of_a_chart_holds_markup(proefdorp_map: Path) -> None:
    """Plotly gives bold letters and the like a style attribute, which the policy refuses."""
    site = build(proefdorp_map, "--editie", "intern")
    figures = sorted((site / "figuren").glob("*.js"))
    assert figures
    wrong = {
        path.name: found
        for path in figures
        if (found := set(re.findall(r"<(?!br>|/?extra>)[^>]*>", path.read_text(encoding="utf-8"))))
    }
    assert wrong == {}
