"""The whole path in one place: load, check, narrow, derive, present, publish, draw, scan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.check import check_programma
from generator.check.dossier import Dossier
from generator.findings import (
    Finding,
    GeneratorError,
    has_fout,
    limit_findings,
    sort_findings,
)
from generator.load.instellingen import NAAM, check_settings
from generator.load.media import make_fit
from generator.load.programma import load_programma
from generator.load.sources import read_lines, read_sources
from generator.load.yaml_document import parse_yaml, type_parse
from generator.model.basis import Editie
from generator.model.openbaarheid import drop_idle, hold_back
from generator.model.plekken import Plekken
from generator.model.programma import Programma
from generator.model.regels.zelftellingen import add_zelftellingen
from generator.narrow import narrow
from generator.narrow.vastgesteld import (
    choose_vaststelling,
    drop_drafts,
    keep_stand,
    restore_stand,
)

if TYPE_CHECKING:
    from jinja2 import BytecodeCache

    from generator.present.historie import Historie
    from generator.present.page import Draft, Site

BOUWMAP = ".build"
EDITORMAP = ".vscode"
"""Who has this folder beside the data, edits in VS Code; others have no use for schemas."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a look at the sources gives: findings, and the programme when none of them stops.

    `peildatum` is the date at which everything is judged; what is under embargo then, is intern.
    `gelezen` is whatever could be read, also of a programme with mistakes; never fit to show.
    """

    findings: tuple[Finding, ...]
    programma: Programma | None
    peildatum: date
    plekken: Plekken
    gelezen: Programma


def inspect(
    root: Path | None,
    *,
    asked: date | None = None,
    today: date = date.max,
    anders: Mapping[str, bytes | None] = MappingProxyType({}),
    parse: type_parse = parse_yaml,
) -> Inspection:
    """Read and check the programme in `root`; nothing is written.

    Everything is judged at the date that was `asked`, else at that of the data, else `today`.
    `anders` holds files that count instead of those on the disk: a change that is not written yet,
    or, without a `root`, a whole earlier version. `parse` may remember what it read before.

    Raises:
        GeneratorError: `root` is not a folder.
    """
    read = load_programma(root, anders, parse)
    stated = read.programma.gegevens.peildatum
    peildatum = asked or (stated.eind if stated else today)
    programma = hold_back(drop_idle(read.programma), peildatum)
    rules = check_programma(Dossier(programma, read.plekken, peildatum, read.programma))
    findings = limit_findings(sort_findings((*read.findings, *rules)))
    shown = None if has_fout(findings) else programma
    return Inspection(findings, shown, peildatum, read.plekken, read.programma)


def need_programma(found: Inspection) -> Programma:
    """The programme, for whoever cannot do without.

    Raises:
        GeneratorError: it holds mistakes.
    """
    if found.programma is None:
        message = "Het programma bevat fouten. Herstel die eerst: circulair controleer."
        raise GeneratorError(message)
    return found.programma


def help_editor(root: Path, found: Inspection) -> None:
    """Keep the schemas for VS Code up to date, in `.build`, where that editor is used."""
    # Imported here: who uses another editor need not wait for it.
    if (root / EDITORMAP).is_dir():
        from generator.model.schema import list_keuzes  # noqa: PLC0415
        from generator.publish.schema import write_schemas  # noqa: PLC0415

        write_schemas(root, list_keuzes(found.gelezen, found.plekken))


def read_source_lines(
    root: Path | None,
    findings: Iterable[Finding],
    anders: Mapping[str, bytes | None] = MappingProxyType({}),
) -> dict[str, tuple[str, ...]]:
    """The lines of the files that findings name, as far as they can be shown.

    `root` and `anders` are those with which the findings were made.
    """
    return read_lines(root, {finding.plek.bestand for finding in findings}, anders)


def append_summary(target: Path, text: str) -> None:
    """Put a text behind what stands in the summary of a job, a file that the CI system names.

    Raises:
        GeneratorError: the file cannot be written.
    """
    # Imported here: nobody else waits for it.
    from generator.publish.samenvatting import append_summary as write  # noqa: PLC0415

    write(target, text)


def refuse_concept(programma: Programma, edities: Iterable[Editie], remedy: str) -> None:
    """Refuse to publish what nobody decided about; `remedy` is how to do so all the same.

    Raises:
        GeneratorError: the programme is a concept, and the public edition is asked for.
    """
    if Editie.PUBLIEK in edities and programma.is_concept:
        status = programma.gegevens.besluitstatus
        message = (
            f"Het programma is nog niet vastgesteld (besluitstatus: {status} in "
            f"data/programma.yaml), en de openbare versie is voor iedereen. Er is niets gebouwd. "
            f"{remedy}"
        )
        raise GeneratorError(message)


def refuse_unlinked(programma: Programma, edities: Iterable[Editie]) -> None:
    """Refuse a public site that does not lead to its accessibility statement.

    A concept may do without: whoever reads it along is not the public yet.

    Raises:
        GeneratorError: the public edition is asked for, and nobody wrote where the statement is.
    """
    stated = programma.gegevens.toegankelijkheidsverklaring
    if Editie.PUBLIEK in edities and not stated and not programma.is_concept:
        message = (
            "De openbare versie linkt naar de toegankelijkheidsverklaring, en het adres daarvan "
            "ontbreekt. Er is niets gebouwd. Schrijf in data/programma.yaml "
            "toegankelijkheidsverklaring: https://... (het adres in het register), of bouw alleen "
            "de interne versie."
        )
        raise GeneratorError(message)


def choose_visible(programma: Programma, editie: Editie, peildatum: date) -> tuple[Programma, date]:
    """What an edition may know at `peildatum`, and the day from which it looks."""
    programma, moment = go_back(programma, editie, peildatum)
    # After narrow: each edition counts what it holds.
    return add_zelftellingen(narrow(programma, editie), moment, editie), moment


def go_back(programma: Programma, editie: Editie, peildatum: date) -> tuple[Programma, date]:
    """The programme as the report of an edition left it, not narrowed yet, and the day of that."""
    programma = drop_drafts(hold_back(programma, peildatum))
    vaststelling = choose_vaststelling(programma, editie, peildatum)
    if editie is Editie.PUBLIEK:
        programma = keep_stand(programma, vaststelling)
    if vaststelling:
        return restore_stand(programma, vaststelling), vaststelling.datum
    return programma, peildatum


def prepare(
    programma: Programma, editie: Editie, peildatum: date, compiled: BytecodeCache | None = None
) -> Site:
    """The pages of one edition; still nothing is written but compiled templates, if kept."""
    visible, moment = choose_visible(programma, editie, peildatum)
    return make_site(visible, editie, moment, compiled)


def make_site(
    visible: Programma,
    editie: Editie,
    moment: date,
    compiled: BytecodeCache | None,
    historie: Historie | None = None,
) -> Site:
    """The pages of an edition, from what it may know and the day from which it looks.

    `historie` is when records were last changed; without it no page says so.
    """
    return make_draft(visible, editie, moment, compiled, historie).complete()


def make_draft(
    visible: Programma,
    editie: Editie,
    moment: date,
    compiled: BytecodeCache | None,
    historie: Historie | None = None,
) -> Draft:
    """The same, with every page still to be written."""
    # Imported here: they load pandas and plotly, which `controleer` must not wait for.
    from generator.derive import derive  # noqa: PLC0415
    from generator.present import make_draft as draft  # noqa: PLC0415

    return draft(derive(make_fit(visible), editie=editie, peildatum=moment), compiled, historie)


def choose_targets(root: Path, doel: Path | None, edities: Sequence[Editie]) -> dict[Editie, Path]:
    """Where each edition comes: one in `doel` itself, more in a folder each.

    Without a `doel` each edition has its own folder below `site` in `root`.

    Raises:
        GeneratorError: a target is somebody's own folder, or part of the programme.
    """
    # Imported here: it loads what `controleer` must not wait for.
    from generator.publish.files import refuse_foreign_target, refuse_place  # noqa: PLC0415

    if doel and len(edities) == 1:
        targets = {edities[0]: doel}
    else:
        targets = {editie: (doel or root / "site") / editie.value for editie in edities}
    for place in (doel or root / "site", *targets.values()):
        refuse_place(place, root, "data", "content", BOUWMAP)
    for target in targets.values():
        refuse_foreign_target(target)
    return targets


def build(  # noqa: PLR0913 - what was found, and how to publish it
    root: Path,
    found: Inspection,
    targets: Mapping[Editie, Path],
    *,
    report: Callable[[str], None],
    beelden: bool = False,
    historie: Historie | None = None,
) -> tuple[Finding, ...]:
    """Build the editions aside, and put them in place only when all of them are whole.

    `root` is absolute: MkDocs would read a relative path from the folder of mkdocs.yml. With
    `beelden` the charts are drawn now, where a browser is found, and else by that of the reader.
    `historie` is when records were last changed; without it no page says so.

    Returns:
        What the scan of the built files found; with anything in it the old sites still stand.

    Raises:
        GeneratorError: a file cannot be written, or the site builder failed.
    """
    # Imported here: they load MkDocs, which `controleer` must not wait for.
    from generator.publish.builder import build_site, fix_date, keep_compiled  # noqa: PLC0415
    from generator.publish.files import make_aside, swap, write_docs  # noqa: PLC0415
    from generator.publish.finish import finish_site  # noqa: PLC0415

    if found.programma is None:
        return found.findings
    refuse_settings(root)
    programma, peildatum = found.programma, found.peildatum
    fix_date(peildatum)
    try:
        compiled = keep_compiled()
        known = {editie: choose_visible(programma, editie, peildatum) for editie in targets}
        sites = {
            editie: make_site(visible, editie, moment, compiled, historie)
            for editie, (visible, moment) in known.items()
        }
        with ExitStack() as run:
            built: dict[Path, Path] = {}
            leaks: list[Finding] = []
            draw = run.enter_context(open_atelier(root, report=report, is_wanted=beelden))
            for editie, site in sites.items():
                aside = run.enter_context(make_aside(root / BOUWMAP / editie.value))
                write_docs(site, aside / "docs")
                report(f"Editie {editie}: {len(site.pages)} pagina's ...")
                build_site(root, site, aside / "docs", aside / "site")
                draw(aside / "site")
                finish_site(aside / "site", site)
                leaks += scan(root, found, editie, known[editie][0], aside / "site")
                built[targets[editie]] = aside / "site"
            if not leaks:
                swap(built)
            return sort_findings(leaks)
    except OSError as error:
        raise explain_write(error) from error


def explain_write(error: OSError) -> GeneratorError:
    """What a build says when a file cannot be written."""
    message = f"Een bestand kan niet geschreven worden: {error}. De vorige site staat er nog."
    return GeneratorError(message)


@contextmanager
def open_atelier(
    root: Path, *, report: Callable[[str], None], is_wanted: bool
) -> Iterator[Callable[[Path], None]]:
    """Gives what puts pictures in a built site; reports at the end what was drawn.

    When no pictures are wanted, it does nothing.
    """
    if not is_wanted:
        yield lambda _: None
        return
    # Imported here: `controleer` must not wait for it.
    from generator.draw import Atelier  # noqa: PLC0415

    with Atelier(root / BOUWMAP / "beelden") as atelier:
        yield atelier.fill
        for line in atelier.tell():
            report(line)


def scan(
    root: Path, found: Inspection, editie: Editie, visible: Programma, folder: Path
) -> tuple[Finding, ...]:
    """What the built site in `folder` holds that it may not hold; it was made from `visible`."""
    # Imported here: `controleer` must not wait for it.
    from generator.scan import scan_site  # noqa: PLC0415
    from generator.scan.beleid import find_policy_breaks  # noqa: PLC0415
    from generator.scan.vindplaatsen import Bronnen  # noqa: PLC0415

    breaks = find_policy_breaks(folder)
    if found.programma is None or editie is Editie.INTERN:
        return breaks
    bronnen = Bronnen(root, found.plekken, lambda: read_sources(root))
    return (*breaks, *scan_site(folder, found.programma, visible, bronnen))


def refuse_settings(root: Path, name: str = NAAM) -> None:
    """Refuse a mkdocs.yml that MkDocs may not even read: it would run and follow what it says.

    Raises:
        GeneratorError: names each place with what is wrong and what to do.
    """
    if findings := check_settings(root, name):
        # Imported here: `controleer` must not wait for it.
        from generator.publish.files import show_path  # noqa: PLC0415

        told = (f"regel {f.plek.regel}: {f.melding} → {f.oplossing}" for f in findings)
        message = f"'{show_path(root / name)}' is niet in orde; herstel dit:"
        raise GeneratorError("\n  ".join((message, *told)))
