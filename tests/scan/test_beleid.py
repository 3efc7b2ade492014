"""Every file of a built site is held against its policy, before anybody sees it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import example, given
from hypothesis import strategies as st

from generator.cli import circulair
from generator.findings import Code, Ernst, Plek
from generator.publish import finish
from generator.scan.beleid import find_policy_breaks, is_plain, read_policy
from generator.scan.opmaak import Beleid, hash_inline, judge_css, judge_page, judge_svg
from tests.programmes import build

MAG = "globalThis.mag = 1"
BELEID = Beleid(frozenset({hash_inline(MAG)}), frozenset({hash_inline("p{}")}))

FOUT = [
    '<p style="color:red">',
    "<p STYLE=x>",
    '<b onclick="x()">',
    "<svg/onload=x()>",
    '<a title=">" onmouseover=x()>',
    '<a href="javascript:x()">',
    '<a href=" java\tscript:x()">',
    '<a href="&#106;avascript&colon;x()">',
    '<a href="JavaScript:x()">',
    '<a href="data:text/html,x">',
    '<a href="vbscript:x">',
    '<svg><a xlink:href="javascript:x()">',
    '<svg><use href="https://x.example/y#z">',
    "<script>alert(1)</script>",
    f"<script>{MAG} </script>",
    "<script type=module>x()</script>",
    "<script type='text/ecmascript'>x()</script>",
    "<script>x()",
    '<script src="https://x.example/x.js"></script>',
    '<script src="//x.example/x.js"></script>',
    '<script src="\\\\x.example/x.js"></script>',
    '<script src="/&#47;x.example/x.js"></script>',
    '<link rel="stylesheet" href="https://x.example/x.css">',
    '<link rel="canonical stylesheet" href="https://x.example/x.css">',
    '<link rel="preconnect" href="https://x.example">',
    '<link href="https://x.example/x.css">',
    '<img src="https://x.example/x.png">',
    '<img src="data:text/html,x">',
    '<img srcset="a.png 1x, https://x.example/b.png 2x">',
    '<form action="zoek">',
    '<button formaction="x">',
    '<meta http-equiv="refresh" content="0; url=https://x.example">',
    '<base href="https://x.example/">',
    "<iframe src=x.html>",
    "<iframe srcdoc=x>",
    "<object data=x>",
    "<embed src=x>",
    "<video src=x>",
    "<style>p{color:red}</style>",
    "<!-- x --!><img src=x onerror=y>",
    "<![CDATA[<p onclick=x>]]>",
    "<?php x ?>",
    "<svg><title><img src=x onerror=y></title></svg>",
    "<a ping=https://x.example href=x>",
    '<table background="https://x.example/x.png">',
]
GOED = [
    "<p>Tekst met onclick=x en style=y en javascript:z</p>",
    '<a href="https://x.example/">buiten</a>',
    '<a href="https&#58;&#47;&#47;x.example">buiten</a>',
    '<a class="knop" href="mailto:a@b.example?subject=x&amp;body=y">mail</a>',
    '<a href="../acties/a-0001.html?x=1#b:c">binnen</a>',
    '<a href="#praktijk-tegels&#95;stapelen">hier</a>',
    '<img src="beeld.png" alt="x: y">',
    '<img src="data:image/png;base64,AAAA" alt="">',
    f"<script>{MAG}</script>",
    '<script src="../assets/x.js"></script>',
    '<script id="__config" type="application/json">{"a": "b"}</script>',
    '<link rel="canonical" href="https://x.example/a.html">',
    '<link rel="stylesheet" href="/assets/x.css">',
    "<style>p{}</style>",
    '<!doctype html><html lang="nl" class="no-js"><meta charset="utf-8">',
    '<svg viewBox="0 0 24 24"><path d="M1 2"/></svg>',
    '<td data-sorteer="2" aria-label="a &#34;b&#34;" hidden>',
    '<form class="filter" data-filter="x">',
]


@pytest.mark.parametrize("markup", FOUT)
def test_what_the_policy_refuses_is_found(markup: str) -> None:
    """Nothing that a browser would refuse, run or fetch is taken for harmless."""
    assert list(judge_page(markup, BELEID)) != []
    assert not is_plain(markup.encode(), set(), BELEID)


@pytest.mark.parametrize("markup", GOED)
def test_ordinary_markup_is_left_alone(markup: str) -> None:
    """Links to other sites, pictures and our own scripts are fine."""
    assert list(judge_page(markup, BELEID)) == []


LOS = ["<", ">", '"', "'", "=", " ", "/", "on", "style", "href", "src", "a", "p", "&#58;", "//"]
LOS += ["javascript:", "\\", "\t", "\n", "<!--", "-->", "<title>", "</", "<svg", "x"]
PIECES = st.sampled_from([*FOUT, *GOED, *LOS])


@given(st.lists(PIECES, max_size=6).map("".join))
@example('<a href="x" \n onclick=y>')
@example('<p title="\n<p onclick=x>">')
def test_quick_look_never_says_yes_wrongly(markup: str) -> None:
    """What is passed without a judge, the judge would have passed too."""
    if is_plain(markup.encode(), set(), BELEID):
        assert list(judge_page(markup, BELEID)) == []


@pytest.mark.parametrize(
    "text",
    [
        '@import "x.css";',
        "p{background:url(https://x.example/x.png)}",
        "p{background:url(//x.example/x.png)}",
        "p{background:url('ht\\74ps://x.example')}",
        "@font-face{src:url(HTTP://x.example)}",
        "/* */ p{width:expression(x)}",
    ],
)
def test_style_sheet_that_loads_from_elsewhere_is_found(text: str) -> None:
    """A picture or a letter type of another site is found in a style sheet too."""
    assert len(list(judge_css(f"a{{}}\n{text}"))) == 1
    (found,) = judge_css(f"a{{}}\n{text}")
    assert found.regel == 2


def test_style_sheet_of_the_site_is_fine() -> None:
    """Pictures inside a style sheet, files beside it and addresses in remarks load nothing."""
    text = "/* https://x.example */ a{b:url('data:image/svg+xml;utf8,<svg xmlns=\"http://w3\"/>')}"
    assert list(judge_css(text + "p{c:url(x.svg)}")) == []


def test_picture_with_a_script_is_found() -> None:
    """A picture that is opened as a page runs nothing."""
    assert list(judge_svg("<svg><script>x</script></svg>"))
    assert list(judge_svg('<svg onload="x"><path/></svg>'))
    fine = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><g style="a:b"/></svg>'
    assert list(judge_svg(fine)) == []


def test_same_fragment_on_many_pages_is_one_finding(tmp_path: Path) -> None:
    """A mistake in the menu is told once, at the first page."""
    for name in ("b.html", "a.html", "c/d.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("<p>\n <b onclick=x>", encoding="utf-8")
    (found,) = find_policy_breaks(tmp_path)
    assert found.code is Code.BELEID_GESCHONDEN
    assert found.ernst is Ernst.FOUT
    assert found.plek == Plek("a.html", 2, 2)
    assert "<b onclick=x>, en op nog 2 pagina's" in found.melding


def test_site_without_a_policy_may_run_no_script(tmp_path: Path) -> None:
    """Where the policy is missing, every script in a page is one too many."""
    (tmp_path / "a.html").write_text(f"<script>{MAG}</script>", encoding="utf-8")
    assert read_policy(tmp_path) == Beleid()
    assert len(find_policy_breaks(tmp_path)) == 1


def test_built_site_keeps_to_its_policy_and_passes_quickly(proefdorp_map: Path) -> None:
    """Both editions are clean, and no page of them needs the slow judge."""
    sites = build(proefdorp_map)
    for editie in ("intern", "publiek"):
        assert find_policy_breaks(sites / editie) == ()
        beleid = read_policy(sites / editie)
        slow = [
            path.name
            for path in (sites / editie).rglob("*.html")
            if not is_plain(path.read_bytes(), set(), beleid)
        ]
        assert slow == []


@pytest.mark.parametrize("editie", ["intern", "publiek"])
def test_break_stops_the_build(
    proefdorp_map: Path, monkeypatch: pytest.MonkeyPatch, editie: str
) -> None:
    """A page with a foreign script is never put in place; the site of before still stands."""
    site = build(proefdorp_map, "--editie", editie)
    before = (site / "index.html").read_bytes()

    def spoil(folder: Path, _: object) -> None:
        with (folder / "index.html").open("a", encoding="utf-8") as file:
            file.write("<script>steel()</script>")

    monkeypatch.setattr(finish, "add_zip", spoil)
    options = ["bouw", "--bron", str(proefdorp_map), "--doel", str(site), "--editie", editie]
    done = CliRunner().invoke(circulair, options, standalone_mode=False)
    assert done.return_value == 1
    assert "BELEID-GESCHONDEN" in done.output
    assert "index.html" in done.output
    assert (site / "index.html").read_bytes() == before
