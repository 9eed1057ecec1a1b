"""How far the raters agree, as sections of the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...calibration.agreement.agreement import ScopeAgreement, ScopeKind
from ...calibration.agreement.estimates import Coefficient, NoFigure
from ..blocks import Block, Listing, Paragraph, Section, Table, Whiskers
from .words import CalibrationWords, axis_limits

#: What stands beside exact agreement in grades, and what a picture shows of answers without order.
_BESIDE, _UNORDERED = (Coefficient.AC2, Coefficient.ALPHA_ORDINAL), Coefficient.AC1
#: No coefficient is looked for with any but two raters: that says nothing of the data.
_NO_NEWS = (NoFigure.NOT_TWO_RATERS, NoFigure.UNORDERED)


def agreement_sections(words: CalibrationWords) -> Iterator[Section]:
    """Grades, D against not-D, ticks by norm and row, and what is taken for what.

    Args:
        words: The calibration and its language.
    """
    found = words.found.agreements
    grades = (found.overall, *found.domains)
    yield _section(
        words,
        "agreement",
        _beside(words, grades),
        _exact(words, grades),
        _counts(words, "agreement-table", grades, is_folded=True),
        _coefficients(words, "of-grades", grades),
    )
    blocks = _scopes(words, "binding", found.binding, _UNORDERED)
    if any(scope.coefficients[Coefficient.ALPHA_NOMINAL].jackknife for scope in found.binding):
        blocks.append(Paragraph(words.say("rare-d")))
    yield _section(words, "binding", *blocks, _coefficients(words, "of-binding", found.binding))
    blocks = _scopes(words, "norms", found.norms, _UNORDERED)
    rows = (
        _counts(words, "indicators-table", found.indicators, is_folded=True),
        _coefficients(words, "of-norms", found.norms),
        _coefficients(words, "of-indicators", found.indicators),
    )
    yield _section(words, "norms", *blocks, *rows)
    yield _section(words, "confusion", *_confusions(words))


def gaps_section(words: CalibrationWords) -> Section | None:
    """Where no figure is given, and why; None where there is no such place.

    Args:
        words: The calibration and its language.
    """
    found = words.found.agreements
    gaps = [
        words.say("gap", scope=words.scope(scope), why=why)
        for scope in (found.overall, *found.domains, *found.norms)
        if (why := _why_none(words, scope))
    ]
    if not gaps:
        return None
    blocks = (Paragraph(words.say("gaps-about")), Listing(tuple(gaps)))
    return Section("gaps", words.say("gaps"), blocks)


def _why_none(words: CalibrationWords, scope: ScopeAgreement) -> str:
    """Why a scope has no coefficient at all; nothing where it has one."""
    estimates = [e for e in scope.coefficients.values() if e.why_not not in _NO_NEWS]
    if any(estimate.value is not None for estimate in estimates):
        return ""
    return next((words.why_of(scope, estimate) for estimate in estimates), "")


def _section(words: CalibrationWords, key: str, *blocks: Block) -> Section:
    about = Paragraph(words.say(f"{key}-about"))
    return Section(key, words.say(key), (about, *blocks))


def _scopes(
    words: CalibrationWords, key: str, scopes: Sequence[ScopeAgreement], shown: Coefficient
) -> list[Block]:
    """A picture of one coefficient, and a table of the counts."""
    rows = tuple(words.scope_whisker(s, s.coefficients[shown]) for s in scopes)
    axis, about = words.coefficient(shown), words.about_whiskers(rows)
    picture = Whiskers(words.say(f"{key}-picture"), about, axis, axis_limits(rows), rows)
    return [picture, _counts(words, f"{key}-table", scopes)]


def _exact(words: CalibrationWords, scopes: Sequence[ScopeAgreement]) -> Whiskers:
    rows = tuple(words.scope_whisker(s, s.exact) for s in scopes)
    caption, about = words.say("agreement-picture"), words.about_whiskers(rows)
    return Whiskers(caption, about, words.say("split-axis"), (0.0, 1.0), rows, is_share=True)


def _beside(words: CalibrationWords, scopes: Sequence[ScopeAgreement]) -> Table:
    """Exact agreement beside two coefficients: narrow enough for a terminal, none read alone."""
    heads = words.heads("scope", "n-pairs", "exact", "short-ac2", "short-alpha")
    rows = tuple(
        (
            words.say("all")
            if scope.kind is ScopeKind.OVERALL
            else words.say("short-domain", letter=scope.name),
            str(scope.pairs),
            words.short_share(scope.exact),
            *(words.short_figure(scope.coefficients[each]) for each in _BESIDE),
        )
        for scope in scopes
    )
    return Table(words.say("agreement-beside"), heads, rows, (1, 2, 3, 4))


def _counts(
    words: CalibrationWords, key: str, scopes: Sequence[ScopeAgreement], is_folded: bool = False
) -> Table:
    """How much there is to go by, and how often two agree. What nothing has is left out."""
    numbers = {
        "n-cases": [s.cases for s in scopes],
        "n-raters": [s.raters for s in scopes],
        "n-rated": [s.rated for s in scopes],
        "n-missing": [s.missing for s in scopes],
        "n-off-scale": [s.off_scale for s in scopes],
        "n-pairs": [s.pairs for s in scopes],
    }
    if not any(numbers["n-off-scale"]):
        del numbers["n-off-scale"]
    medians = ["–".join(map(words.category, scope.median)) for scope in scopes]
    exact = [words.share(scope.exact) for scope in scopes]
    heads = ["scope", *numbers, "median", "exact"]
    names = [words.scope(scope) for scope in scopes]
    rows = [names, *([str(n) for n in row] for row in numbers.values()), medians, exact]
    if any(scope.is_ordered and len(scope.categories) > 2 for scope in scopes):
        heads.append("within-one")
        rows.append([words.share(scope.within_one) for scope in scopes])
    numeric = tuple(at for at, head in enumerate(heads) if head not in ("scope", "median"))
    cells = tuple(zip(*rows, strict=True))
    return Table(words.say(key), words.heads(*heads), cells, numeric, is_folded)


def _coefficients(words: CalibrationWords, key: str, scopes: Sequence[ScopeAgreement]) -> Table:
    """Every coefficient of every scope, with both intervals."""
    heads = words.heads("scope", "coefficient", "figure", "jackknife", "bootstrap", "undefined")
    rows = tuple(row for scope in scopes for row in _rows(words, scope))
    what = words.say(key)
    return Table(words.say("coefficients-of", what=what), heads, rows, (2, 3, 4, 5), is_folded=True)


def _rows(words: CalibrationWords, scope: ScopeAgreement) -> Iterator[tuple[str, ...]]:
    for coefficient, estimate in scope.coefficients.items():
        if estimate.why_not not in _NO_NEWS:
            yield (
                words.scope(scope),
                words.coefficient(coefficient),
                words.number(estimate.value) if estimate.value is not None else words.why(estimate),
                words.ends(estimate.jackknife),
                words.ends(estimate.bootstrap),
                str(estimate.undefined) if estimate.bootstrap else "",
            )


def _confusions(words: CalibrationWords) -> Iterator[Table]:
    found = words.found.agreements
    for scope in (found.overall, *found.domains, *found.norms):
        if scope.pairs:
            is_first = scope.kind is ScopeKind.OVERALL
            key = "confusion-norm" if scope.kind is ScopeKind.NORM else "confusion-table"
            names = tuple(map(words.category, scope.categories))
            heads = (words.say("either"), *names)
            rows = tuple(
                (name, *map(str, row)) for name, row in zip(names, scope.confusion, strict=True)
            )
            numeric = tuple(range(1, len(heads)))
            caption = words.say(key, scope=words.scope(scope))
            yield Table(caption, heads, rows, numeric, is_folded=not is_first)
