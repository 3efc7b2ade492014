"""Measure the budgets as ratios, side by side in one run: `make bench`."""

from __future__ import annotations

import gzip
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

from generator.draw import Atelier
from tests.bench.floor import write_floor
from tests.bench.programmes import grow_programme
from tests.browser.gewicht import tell_weights, weigh
from tests.browser.kijker import open_browser
from tests.browser.soorten import choose_adressen
from tests.previews import Preview
from tests.programmes import build

ROUNDS = 3
BEELDEN = 50
CIRCULAIR = ("-m", "generator")
IMPORTS = ("-c", "import pydantic, yaml, click")


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def measure_cpu(*command: str, cwd: Path) -> float:
    """CPU seconds (user and system) of one run of Python with `command`."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {"CIRCULAIR_BEELDEN": "0", **os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(
        [sys.executable, *command], cwd=cwd, env=environment, check=True, capture_output=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def compare(ours: Callable[[], float], floor: Callable[[], float]) -> tuple[float, float, float]:
    """Medians of both and of their ratio, run in turns so that noise hits both."""
    pairs = [(ours(), floor()) for _ in range(ROUNDS)]
    first, second = zip(*pairs, strict=True)
    return (
        statistics.median(first),
        statistics.median(second),
        statistics.median(one / other for one, other in pairs),
    )


def report(what: str, measured: tuple[float, float, float], budget: str) -> None:
    """One line of the outcome."""
    say(f"{what}: {measured[0]:.2f} s / {measured[1]:.2f} s = {measured[2]:.2f} x  ({budget})")


def bench_build(
    folder: Path, aantal: int, budget: str, editie: str = "intern"
) -> tuple[Path, Path]:
    """Whole build of one edition, its zip or its scan included, beside its floor; return both."""
    root = grow_programme(folder / f"{editie}-{aantal}", aantal)
    floor = write_floor(build(root, "--editie", editie), folder / f"vloer-{editie}-{aantal}")
    measured = compare(
        lambda: measure_cpu(*CIRCULAIR, "bouw", "--editie", editie, "--doel", "site", cwd=root),
        lambda: measure_cpu("-m", "mkdocs", "build", cwd=floor),
    )
    report(f"bouw, {aantal} acties, {editie}", measured, budget)
    return root, floor


def bench_controleer(small: Path, large: Path) -> None:
    """Checking beside the bare imports, and what an action costs at two sizes."""
    measured = compare(
        lambda: measure_cpu(*CIRCULAIR, "controleer", cwd=small),
        lambda: measure_cpu(*IMPORTS, cwd=small),
    )
    report("controleer, 60 acties / imports", measured, "budget 3")
    measured = compare(
        lambda: measure_cpu(*CIRCULAIR, "controleer", cwd=large),
        lambda: measure_cpu(*CIRCULAIR, "controleer", cwd=small),
    )
    report("controleer, 600 acties / 60 acties", measured, "budget 10: kosten per actie gelijk")


def _time_save(preview: Preview, source: Path, page: str, old: str, new: str) -> float:
    preview.wait(page, old)
    time.sleep(1)
    text = source.read_text(encoding="utf-8")
    started = time.monotonic()
    source.write_text(text.replace(old, new), encoding="utf-8")
    preview.wait(page, new)
    return time.monotonic() - started


def bench_preview(root: Path, floor: Path) -> None:
    """From saving one action to the served page, beside `mkdocs serve` on the floor."""
    words = ["stoeptegels", "gevelstenen", "dakpannen", "trottoirbanden"]
    serve = ("-m", "mkdocs", "serve", "-q", "--livereload", "-a")
    page = "acties/a-0001"
    sources: Sequence[tuple[Preview, Path]]
    with Preview(root) as ours, Preview(floor, serve) as theirs:
        sources = (
            (ours, root / "data" / "acties" / "A-0001.yaml"),
            (theirs, floor / "docs" / f"{page}.md"),
        )
        times: list[list[float]] = [[], []]
        for old, new in pairwise(words):
            for number, (preview, source) in enumerate(sources):
                times[number].append(_time_save(preview, source, f"{page}.html", old, new))
    ratio = statistics.median(one / other for one, other in zip(*times, strict=True))
    report(
        "voorbeeld na opslaan, 600 acties",
        (statistics.median(times[0]), statistics.median(times[1]), ratio),
        "budget 0,2",
    )


def weigh_page(site: Path, pad: str) -> int:
    """Gzip bytes of a page with the scripts, styles and pictures that its HTML names."""
    html = (site / pad).read_text(encoding="utf-8")
    names = set(
        re.findall(r'<(?:script|link|img)[^>]+(?:src|href)="([^":#?]+\.(?:js|css|svg|png))"', html)
    )
    files = [site / pad, *(((site / pad).parent / name).resolve() for name in sorted(names))]
    return sum(len(gzip.compress(file.read_bytes())) for file in files)


def bench_pictures(site: Path, folder: Path) -> None:
    """Fifty pictures drawn fresh, in a browser of their own, and again when nothing changed."""
    copy = folder / "beeldensite"
    shutil.copytree(site, copy)
    # A figure without data has no picture, and no slot on its page.
    scripts = [
        script
        for script in sorted((copy / "figuren").glob("*.js"))
        if '"data":[]' not in script.read_text(encoding="utf-8")
    ]
    slots = [
        f'<figure data-figuur="{script.stem}"><div class="figuur-beeld"></div></figure>'
        for script in scripts[:BEELDEN]
    ]
    for path in copy.rglob("*.html"):
        path.unlink()
    for when in ("vers", "ongewijzigd"):
        (copy / "index.html").write_text("\n".join(slots), encoding="utf-8")
        started = time.monotonic()
        with Atelier(folder / "beelden") as made:
            made.fill(copy)
        took = time.monotonic() - started
        say(f"{BEELDEN} beelden, {when}: {took:.2f} s  (budget 6 s; 0 getekend als niets wijzigt)")
        for line in made.tell():
            say(f"  {line}")


def bench_transfer(site: Path) -> None:
    """A page with a chart beside one without, before a reader asks for anything."""
    chart = weigh_page(site, "indicatoren/restafval_inw.html")
    plain = weigh_page(site, "acties/a-0001.html")
    say(
        f"gzip pagina met grafiek / zonder: {chart} / {plain} = {chart / plain:.2f} x  (budget 1,1)"
    )
    for script in sorted((site / "assets").glob("plotly-*.min.js")):
        size = len(gzip.compress(script.read_bytes()))
        say(f"  daarbij, zodra een lezer een grafiek opent, eenmalig {script.name}: {size} (gzip)")


def bench_weights(folder: Path) -> None:
    """The fullest page of each kind, over the wire in a browser that has seen nothing yet."""
    site = build(grow_programme(folder / "gewicht", 60), "--editie", "publiek")
    edities = {"publiek": site}
    with open_browser() as browser:
        for line in tell_weights(weigh(browser, edities, choose_adressen(edities))):
            say(f"  {line}")


def main() -> None:
    """Run all measurements in a folder that is thrown away."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small, _ = bench_build(folder, 60, "budget 1,5, doel 1,2")
        large, floor = bench_build(folder, 600, "budget 1,1, doel 0,6")
        bench_build(folder, 600, "budget 1,1, doel 0,6", "publiek")
        bench_controleer(small, large)
        bench_transfer(large / "site")
        bench_pictures(large / "site", folder)
        bench_preview(large, floor)
        bench_weights(folder)


if __name__ == "__main__":
    main()
