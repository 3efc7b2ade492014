"""Foreign files: read as they were delivered, by the declaration that lies beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.findings import Code, Finding, Plek, fout, has_fout, waarschuwing
from generator.load.csv_table import Row, Table, find_formules, parse_csv
from generator.load.reader import SourceTree
from generator.load.records import validate_at
from generator.load.rows import ANDERE_TEKENS, find_other_sign
from generator.load.yaml_document import parse_yaml
from generator.model.aangeleverd import Aanlevering, Reeksverklaring
from generator.model.datums import parse_jaar, parse_periode
from generator.model.gelijkenis import suggest
from generator.model.indicatoren import Meting, Reeks
from generator.model.plekken import Plekken, Vindplaats
from generator.model.waarden import WaardeError, parse_tekst

MAP = "data/aangeleverd"
LANGSTE_GETAL = 24
"""Twelve digits before the comma and ten behind it, as in our own files."""


@dataclass(frozen=True, slots=True)
class _Delivery:
    """One foreign table with its declaration and the place of that declaration."""

    verklaring: Aanlevering
    tabel: Table
    vindplaats: Vindplaats
    is_heel: bool
    """Whether every row of the table could be read."""

    def parse_getal(self, text: str) -> Decimal | None:
        """The number in a cell by the declared separators; None when it is not one."""
        point = re.escape(self.verklaring.decimaalteken)
        if thousands := self.verklaring.duizendtalteken:
            whole = rf"[0-9]{{1,3}}(?:{re.escape(thousands)}[0-9]{{3}})*"
        else:
            whole = r"[0-9]+"
        if not re.fullmatch(rf"-?{whole}(?:{point}[0-9]+)?", text):
            return None
        plain = text.replace(thousands, "") if thousands else text
        if len(plain) > LANGSTE_GETAL:
            return None
        return Decimal(plain.replace(self.verklaring.decimaalteken, "."))

    def strip_voorlopig(self, text: str) -> tuple[str, bool]:
        """The text without the mark of a provisional number, and whether it had one."""
        mark = self.verklaring.voorlopig
        if mark and text.endswith(mark):
            return text.removesuffix(mark).strip(), True
        return text, False


def load_aangeleverd(tree: SourceTree, plekken: Plekken) -> tuple[tuple[Reeks, ...], list[Finding]]:
    """All series in the declared foreign files, in the order of the file names."""
    reeksen: list[Reeks] = []
    findings: list[Finding] = []
    for name in tree.within(MAP, ".bron.yaml"):
        delivery = _open(tree, name, findings)
        if delivery is None:
            plekken.add_unread("reeks")
            continue
        used: set[int] = set()
        for index, verklaring in enumerate(delivery.verklaring.reeksen):
            vindplaats = Vindplaats(delivery.vindplaats.posities, ("reeksen", index))
            plekken.add("reeks", verklaring.id, vindplaats)
            if verklaring.bron is None:
                around = Vindplaats(delivery.vindplaats.posities, ("bron",))
                plekken.add_deel("reeks", verklaring.id, ("bron",), around)
            around = Vindplaats(delivery.vindplaats.posities, ("publiek_vanaf",))
            plekken.add_deel("reeks", verklaring.id, ("publiek_vanaf",), around)
            rows = [row for row in delivery.tabel.rijen if _fits(row, verklaring)]
            used.update(row.regel for row in rows)
            if not rows and delivery.is_heel:
                findings.append(
                    waarschuwing(
                        Code.CSV_KOLOMMEN,
                        vindplaats("waar"),
                        f"geen enkele rij past bij de reeks '{verklaring.id}'",
                        "controleer de voorwaarden onder waar",
                    )
                )
            reeksen.append(_make_reeks(delivery, verklaring, rows, plekken, findings))
        findings += _find_unused(delivery, used)
    return tuple(reeksen), findings


def _open(tree: SourceTree, name: str, findings: list[Finding]) -> _Delivery | None:
    csv_name = name.removesuffix(".bron.yaml") + ".csv"
    tree.claim(csv_name)
    text = tree.read(name)
    document, found = parse_yaml(text, name) if text is not None else (None, ())
    findings += found
    if document is None:
        return None
    vindplaats = Vindplaats(document.posities, ())
    verklaring, found = validate_at(Aanlevering, document.inhoud, vindplaats)
    findings += found
    if not tree.has(csv_name):
        findings.append(
            fout(
                Code.BESTAND_ONTBREEKT,
                Plek(name),
                f"het bestand {csv_name} ontbreekt",
                "zet het aangeleverde bestand naast deze beschrijving, met dezelfde naam",
            )
        )
        return None
    if verklaring is None:
        return None
    text = tree.read(csv_name, verklaring.codering)
    return _parse(text, csv_name, verklaring, vindplaats, findings) if text is not None else None


def _parse(
    text: str,
    name: str,
    verklaring: Aanlevering,
    vindplaats: Vindplaats,
    findings: list[Finding],
) -> _Delivery | None:
    """The table in a text as its declaration says that it is; None, with findings, if it is not."""
    tabel, found = parse_csv(text, name, verklaring.scheidingsteken)
    findings += found
    if tabel is None:
        return None
    if sign := find_other_sign(tabel):
        wanted, typed = verklaring.scheidingsteken, r"\t" if sign == "\t" else sign
        melding = (
            f"hier staat dat er {ANDERE_TEKENS.get(wanted, wanted)} tussen de kolommen staat, maar "
            f"in {name} is dat {ANDERE_TEKENS[sign]}"
        )
        oplossing = f'schrijf scheidingsteken: "{typed}"'
        plek = vindplaats("scheidingsteken")
        findings.append(fout(Code.CSV_KOLOMMEN, plek, melding, oplossing))
        return None
    delivery = _Delivery(verklaring, tabel, vindplaats, is_heel=not has_fout(found))
    missing = list(_find_missing_columns(delivery))
    findings += missing
    return None if missing else delivery


def _find_missing_columns(delivery: _Delivery) -> Iterator[Finding]:
    verklaring = delivery.verklaring
    named: list[tuple[tuple[str | int, ...], str | None]] = [
        (("jaar",), verklaring.jaar),
        (("publicatie",), verklaring.publicatie),
        (("toelichting",), verklaring.toelichting),
    ]
    for index, reeks in enumerate(verklaring.reeksen):
        named.append((("reeksen", index, "waarde"), reeks.waarde))
        named += [
            (("reeksen", index, "waar", number, "kolom"), voorwaarde.kolom)
            for number, voorwaarde in enumerate(reeks.waar)
        ]
    for path, kolom in named:
        if kolom is not None and kolom not in delivery.tabel.kolommen:
            yield fout(
                Code.CSV_KOLOMMEN,
                delivery.vindplaats(*path),
                f"de kolom '{kolom}' staat niet in {delivery.tabel.bestand}",
                suggest(kolom, delivery.tabel.kolommen),
            )


def _fits(row: Row, verklaring: Reeksverklaring) -> bool:
    return all(row.cellen[item.kolom] == item.gelijk_aan for item in verklaring.waar)


def _find_unused(delivery: _Delivery, used: set[int]) -> Iterator[Finding]:
    unused = [row.regel for row in delivery.tabel.rijen if row.regel not in used]
    if unused:
        yield waarschuwing(
            Code.CSV_KOLOMMEN,
            Plek(delivery.tabel.bestand, unused[0], 1),
            f"{len(unused)} van de {len(delivery.tabel.rijen)} rijen "
            f"{'hoort' if len(unused) == 1 else 'horen'} bij geen enkele reeks",
            "voeg in de beschrijving een reeks toe voor deze rijen",
        )


def _make_reeks(
    delivery: _Delivery,
    verklaring: Reeksverklaring,
    rows: list[Row],
    plekken: Plekken,
    findings: list[Finding],
) -> Reeks:
    around = delivery.verklaring
    metingen: list[Meting] = []
    for row in rows:
        meting, found = _make_meting(delivery, verklaring, row)
        findings += found
        if meting:
            place = Vindplaats(delivery.tabel.places(row.regel), ())
            plekken.add_deel("reeks", verklaring.id, ("metingen", len(metingen)), place)
            metingen.append(meting)
    return Reeks(
        id=verklaring.id,
        naam=verklaring.naam,
        eenheid=verklaring.eenheid,
        definitie=verklaring.definitie,
        is_doel=verklaring.is_doel,
        volgende_publicatie=around.volgende_publicatie,
        metingen=tuple(metingen),
        bron=verklaring.bron or around.bron,
        peildatum=verklaring.peildatum or around.peildatum,
        herkomst=verklaring.herkomst or around.herkomst,
        kwaliteit=verklaring.kwaliteit or around.kwaliteit,
        zichtbaarheid=around.zichtbaarheid,
        publiek_vanaf=around.publiek_vanaf,
    )


def _make_meting(
    delivery: _Delivery, verklaring: Reeksverklaring, row: Row
) -> tuple[Meting | None, list[Finding]]:
    around, tabel = delivery.verklaring, delivery.tabel
    findings: list[Finding] = []
    jaar_text, jaar_voorlopig = delivery.strip_voorlopig(row.cellen[around.jaar])
    waarde_text, waarde_voorlopig = delivery.strip_voorlopig(row.cellen[verklaring.waarde])
    publicatie = around.gepubliceerd
    jaar = 0
    try:
        jaar = parse_jaar(jaar_text)
    except WaardeError as error:
        findings.append(_as_finding(error, tabel.place(row.regel, around.jaar)))
    try:
        if around.publicatie:
            publicatie = parse_periode(row.cellen[around.publicatie])
    except WaardeError as error:
        findings.append(_as_finding(error, tabel.place(row.regel, around.publicatie or "")))
    missing = waarde_text in around.ontbrekend
    waarde = None if missing else delivery.parse_getal(waarde_text)
    if waarde is None and not missing:
        findings.append(
            fout(
                Code.GETAL_ONGELDIG,
                tabel.place(row.regel, verklaring.waarde),
                f"'{waarde_text}' is geen getal volgens de beschrijving van dit bestand",
                "pas decimaalteken, duizendtalteken of ontbrekend aan in "
                + delivery.vindplaats.posities.bestand,
            )
        )
    reden = row.cellen[around.toelichting] or None if around.toelichting else None
    if around.toelichting:
        findings += find_formules(tabel, row, [around.toelichting])
    try:
        reden = parse_tekst(reden) if reden else None
    except WaardeError as error:
        findings.append(_as_finding(error, tabel.place(row.regel, around.toelichting or "")))
    if findings:
        return None, findings
    return Meting(
        reeks=verklaring.id,
        jaar=jaar,
        waarde=waarde,
        voorlopig=jaar_voorlopig or waarde_voorlopig,
        definitie_versie=verklaring.definitie_versie,
        publicatie=publicatie,
        reden=reden,
    ), []


def _as_finding(error: WaardeError, plek: Plek) -> Finding:
    context = error.context or {}
    return fout(Code(error.type), plek, context["melding"], context["oplossing"])
