"""A small catalog and ruleset in which lint finds nothing, and a way to break one place in them."""

from pathlib import Path
from typing import NamedTuple

from spur_rules.linting.lint import Lint, Report

CATALOG = """\
schema: spur-rules/catalog/1
id: liten
version: 1.2.0
title: En liten katalog
language: sv
valid_from: 2025-01-01
regulations:
  - {id: SOSFS 2015:8, title: Den äldre}
provisions:
  - id: hög-kvalitet
    text: Tjänstgöringen ska hålla hög och jämn kvalitet.
domains:
  - letter: A
    title: Verksamheten
    group: STRUKTUR
    provision: hög-kvalitet
    scale:
      A: Föreskrifter följs. Kvalitetsindikatorer är uppfyllda, men enstaka undantag kan förekomma.
      B: Föreskrifter följs.
      D: Brister i föreskrifter. Åtgärder krävs.
    indicators:
      - id: A1
        norm: föreskrift
        norm_origin: printed
        basis: tolkning
        source: okänd
        text: Det finns skriftliga riktlinjer.
      - id: A2
        norm: kvalitetsindikator
        norm_origin: inferred
        note: Härledd ur ordningen.
        basis: spur
        source: SPUR
        text: Kvaliteten utvärderas varje år.
      - id: A3
        norm: kvalitetsindikator
        norm_origin: printed
        basis: spur
        source: SPUR
        text: Lokalerna är ändamålsenliga.
  - letter: B
    title: Medarbetare
    group: STRUKTUR
    scale:
      A: >-
        Föreskrifter och allmänna råd följs. Kvalitetsindikatorer är uppfyllda, men enstaka
        undantag kan förekomma.
      B: Föreskrifter och allmänna råd följs.
      C: Föreskrifter följs. Allmänna råd följs i väsentliga delar. Åtgärder rekommenderas.
      D: Brister i föreskrifter. Åtgärder krävs.
    indicators:
      - id: B1
        norm: föreskrift
        norm_origin: printed
        basis: direkt
        source: 3 kap. 1 §
        text: >-
          Handledare har genomgått utbildning
          i handledning.
      - id: B2
        norm: allmänt råd
        norm_origin: printed
        basis: direkt
        source: 3 kap. 2 §
        text: "Studierektorn är specialist i samma specialitet."
      - id: B3
        norm: allmänt råd
        norm_origin: printed
        basis: direkt
        source: 3 kap. 3 §
        text: 'Det finns ett introduktionsprogram.'
      - id: B4
        norm: kvalitetsindikator
        norm_origin: printed
        basis: spur
        source: SPUR
        text: Journalklubb hålls regelbundet.
consistency:
  presupposes:
    - indicator: B3
      needs: B1
      because: {sv: den som introducerar är handledare, en: whoever introduces supervises}
  words_against:
    - status: [uppfyllt]
      words: [saknas, brister]
      unless: [inget saknas, inga brister]
"""

RULES = """\
schema: spur-rules/ruleset/1
id: liten
version: 1.0.0
catalog: liten
title: Regler
language: sv
parameters:
  enstaka.högst:
    default: 1
    unit: antal
    printed: enstaka undantag kan förekomma
    meaning: {sv: högsta antal undantag, en: the most exceptions}
    reason: Enstaka är ett.
    source: Skalan för A.
    domains: {B: 0}
  delvis.kvalitet:
    default: 1/2
    unit: vikt
    printed: null
    meaning: {sv: vad delvis räknas som, en: what partly counts as}
    reason: Hälften är mitt emellan.
    source: Inte tryckt.
profiles:
  standard:
    title: {sv: standard, en: standard}
    reason: Parametrarnas egna värden.
  sträng:
    title: {sv: sträng, en: strict}
    reason: Delvis räknas inte.
    values:
      enstaka.högst: 0
      delvis.kvalitet: 0
partly_counts_as:
  kvalitetsindikator: {parameter: delvis.kvalitet}
readings:
  - id: delvis
    reading: {sv: Delvis är en brist., en: Partly is a shortcoming.}
    printed: Brister i föreskrifter.
    reason: Något saknas.
    source: Skalan för D.
rules:
  - id: föreskrift-brist
    ceiling: D
    when: {fact: föreskrift.brister, at_least: 1}
    because: {sv: en föreskrift är inte uppfylld, en: a föreskrift is not met}
    printed: Brister i föreskrifter. Åtgärder krävs.
    source: Skalan för D.
  - id: råd-brist
    ceiling: C
    needs: [allmänt råd]
    when: {fact: allmänt_råd.brister, at_least: 1}
    because: {sv: ett allmänt råd följs inte, en: an allmänt råd is not followed}
    printed: Allmänna råd följs i väsentliga delar.
    source: Skalan för C.
  - id: råd-inte-alls
    ceiling: C
    needs: [allmänt råd]
    when: {fact: allmänt_råd.andel_uppfyllda, less_than: 1/2}
    because: {sv: råden följs inte, en: the råd are not followed}
    printed: Allmänna råd följs i väsentliga delar.
    source: Skalan för C.
    caveat: {sv: Inget kriterium passar., en: No criterion fits.}
  - id: undantag
    ceiling: B
    when: {fact: kvalitetsindikator.undantag, more_than: {parameter: enstaka.högst}}
    because: {sv: undantagen är fler, en: the exceptions are more}
    printed: Kvalitetsindikatorer är uppfyllda, men enstaka undantag kan förekomma.
    source: Skalan för A.
"""

#: Stands in a broken file where the finding's place is to be.
HERE = "¤"


class Change(NamedTuple):
    """Something in one of the two files replaced; the mark is where the finding is to stand."""

    file: str
    old: str
    new: str


class Made(NamedTuple):
    """Both files as they are written, and where the mark stood."""

    folder: Path
    texts: dict[str, str]
    marks: list[tuple[str, int, int]]

    @property
    def report(self) -> Report:
        return Lint([self.folder]).report


def made(folder: Path, *changes: Change) -> Made:
    """The two files in a folder, with some of their parts replaced."""
    texts = {"catalog": CATALOG, "rules": RULES}
    for change in changes:
        assert texts[change.file].count(change.old) == 1, change.old
        texts[change.file] = texts[change.file].replace(change.old, change.new)
    marks = []
    for name, text in texts.items():
        while (at := text.find(HERE)) >= 0:
            line = text.count("\n", 0, at) + 1
            marks.append((name, line, at - text.rfind("\n", 0, at)))
            text = text.replace(HERE, "", 1)
        texts[name] = text
        (folder / f"{name}.yaml").write_bytes(text.encode())
    return Made(folder, texts, marks)


def told(report: Report) -> list[tuple[str, str, int, int]]:
    """The findings in short: code, file, line and column."""
    return [
        (f.code, Path(f.place.file).stem, f.place.line, f.place.column) for f in report.findings
    ]
