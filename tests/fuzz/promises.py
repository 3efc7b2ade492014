"""What must hold whatever stands in a file: findings that an advisor can follow, or pages."""

from __future__ import annotations

import codecs
import re
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import markdown
from jinja2 import BytecodeCache

from generator.findings import Code, Finding, GeneratorError
from generator.load.reader import CODERINGEN
from generator.model.basis import Editie
from generator.pipeline import Inspection, inspect, prepare, refuse_settings
from generator.publish.builder import MARKDOWN, keep_compiled, read_config
from generator.publish.raw_html import RawHtml

ENGELS = re.compile(
    r"\b(?:input|should|expected|error|invalid|could not|line \d|NoneType|traceback|exception)\b",
    re.IGNORECASE,
)
"""Words by which a message of a library shows; what is quoted from the file is left out first."""
ONZICHTBAAR = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\ud800-\udfff]")


def read_lines(path: Path) -> list[list[str]]:
    """The lines of a file in each reading that a finding may have counted in."""
    if not path.is_file():
        return [[""]]
    content = path.read_bytes()
    texts = {content.decode(name, "replace") for name in CODERINGEN}
    texts |= {text.removeprefix(codecs.BOM_UTF8.decode()) for text in texts}
    return [text.replace("\r\n", "\n").replace("\r", "\n").split("\n") for text in texts]


def is_inside(finding: Finding, root: Path) -> bool:
    """Whether the place of a finding is one in its file; right behind a line counts too."""
    plek = finding.plek
    return any(
        1 <= plek.regel <= len(lines) and 1 <= plek.kolom <= len(lines[plek.regel - 1]) + 1
        for lines in read_lines(root / plek.bestand)
    )


def assert_findings(findings: Iterable[Finding], root: Path) -> None:
    """Each finding names its place, says in Dutch what is wrong, and what to type."""
    seen: dict[str, int] = {}
    for finding in findings:
        assert finding.code in Code
        assert finding.melding.strip(), finding
        assert finding.oplossing.strip(), finding
        told = f"{finding.melding} {finding.oplossing}"
        assert len(told) < 4000, finding
        assert not ONZICHTBAAR.search(f"{finding.plek} {told}"), finding
        assert not ENGELS.search(re.sub(r"'.*'|\(.*\)", "", told)), finding
        seen[finding.plek.bestand] = seen.get(finding.plek.bestand, 0) + 1
        # Of a file full of mistakes the first ones say enough about places.
        if seen[finding.plek.bestand] <= 20:
            assert is_inside(finding, root), finding


@cache
def _converter() -> markdown.Markdown:
    return markdown.Markdown(extensions=[RawHtml(), *MARKDOWN], extension_configs=MARKDOWN)


@cache
def _templates() -> BytecodeCache | None:
    return keep_compiled(Path(tempfile.gettempdir(), "circulair-fuzz", "sjablonen"))


def assert_pages(inspection: Inspection, editie: Editie) -> None:
    """What has no fout can be shown: pages, or a message."""
    if inspection.programma is None:
        return
    try:
        site = prepare(inspection.programma, editie, inspection.peildatum, _templates())
    except GeneratorError:
        return
    assert site.pages


def assert_prose(inspection: Inspection, pad: str) -> None:
    """The words of a prose page can be converted."""
    for page in inspection.programma.proza if inspection.programma else ():
        if page.pad == pad:
            text = "\n\n".join(deel for deel in page.delen if isinstance(deel, str))
            _converter().reset().convert(text)


def assert_settings(root: Path) -> None:
    """Settings are read, or refused with a message; nothing that they name is run."""
    try:
        refuse_settings(root)
        read_config(root, root / "data")
    except GeneratorError as error:
        assert str(error).strip()  # noqa: PT017 - it need not be raised


def assert_findings_only(root: Path) -> Inspection:
    """Reading and checking give findings, and nothing else happens."""
    inspection = inspect(root)
    assert_findings(inspection.findings, root)
    return inspection
