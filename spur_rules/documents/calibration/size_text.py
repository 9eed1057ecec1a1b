"""How many cases and raters a workshop needs, as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...calibration.sizing.size_request import Sized
from ...calibration.sizing.sizing import LEAST_CASES, MOST_CASES, TOLD, Bound, SizeRow, Width
from ..phrasing import Phrasing
from ..picture_tables import figure
from ..wrapping import wrapped
from .size_data import Asked

#: What stands after a number of cases that the width does not decide.
_MARKS = {Bound.WIDTH: "", Bound.INTERVAL: "*", Bound.LEAST: "°"}


@dataclass(frozen=True)
class SizeText:
    """The text of one answer.

    Args:
        asked: What was sized.
        words: The rulebook and the language.
        width: Columns to stay within.
    """

    asked: Asked
    words: Phrasing
    width: int = 80

    def render(self) -> str:
        """The whole text, ending with a newline."""
        first = self.asked.answers[0].size
        name = self._say(f"coefficient.{first.coefficient.value}")
        wanted = self._say("asked", width=self._decimal(first.width), coefficient=name)
        blocks = [
            f"{self._say('title')}\n{self._wrapped(wanted)}",
            *map(self._answer, self.asked.answers),
            "\n".join(map(self._wrapped, [self._say("how-read"), *self._marks()])),
            self._widths(),
            self._assumed(),
            self._wrapped(self._say("drawn", trials=first.trials, seed=first.seed)),
            self._wrapped(self._say("coverage")),
        ]
        return "\n\n".join(blocks) + "\n"

    def _say(self, key: str, **values: object) -> str:
        return self.words.say(f"size.{key}", None, **values)

    def _wrapped(self, text: str, start: str = "", indent: int = 0) -> str:
        return wrapped(text, self.width, start, indent)

    def _decimal(self, number: float) -> str:
        return figure(number, self.words.language)

    def _title(self, sized: Sized) -> str:
        if sized.domain is not None:
            domain = self.words.domain(sized.domain).domain
            return self._wrapped(self._say("of-domain", domain=sized.domain, title=domain.title))
        domains = sized.size.model.domains
        return self._say("of-one") if domains == 1 else self._say("of-all", number=domains)

    def _answer(self, sized: Sized) -> str:
        heads = [self._say(key) for key in ("raters", "in-mean", "assured", "each")]
        domains = sized.size.model.domains
        rows = [self._row(row, domains) for row in sized.size.rows]
        return "\n".join([self._title(sized), *_columns([heads, *rows])])

    def _row(self, row: SizeRow, domains: int) -> list[str]:
        cases = [
            self._cases(row.in_mean, row.in_mean_bound, row.in_mean_error),
            self._cases(row.assured, row.assured_bound, row.assured_error),
        ]
        each = str(row.assured.cases * domains) if row.assured else self._say("none")
        return [str(row.raters), *cases, each]

    def _cases(self, width: Width | None, bound: Bound | None, error: int | None) -> str:
        if width is None:
            return self._say("beyond", most=MOST_CASES)
        if error is not None:
            return self._say("with-error", cases=width.cases, error=error)
        return f"{width.cases}{_MARKS[bound]}" if bound else str(width.cases)

    def _marks(self) -> Iterator[str]:
        """What the marks mean that are there."""
        rows = [row for sized in self.asked.answers for row in sized.size.rows]
        met = {bound for row in rows for bound in (row.in_mean_bound, row.assured_bound)}
        if Bound.INTERVAL in met:
            yield self._say("no-width", mark=_MARKS[Bound.INTERVAL])
        if Bound.LEAST in met:
            yield self._say("least", mark=_MARKS[Bound.LEAST], least=LEAST_CASES)
        if Bound.WIDTH in met:
            yield self._say("error", trials=self.asked.answers[0].size.trials)

    def _widths(self) -> str:
        rows = [[self._say("raters"), *map(str, TOLD)]]
        titles: dict[int, str] = {}
        for sized in self.asked.answers:
            titles[len(rows)] = self._title(sized)
            rows += [[str(row.raters), *map(self._wide, row.widths)] for row in sized.size.rows]
        lines = _columns(rows)
        parts = [line for at, row in enumerate(lines) for line in _under(titles.get(at), row)]
        is_lacking = any(
            width.mean is None
            for sized in self.asked.answers
            for row in sized.size.rows
            for width in row.widths
        )
        told = [self._say("none-means")] if is_lacking else []
        return "\n".join([self._say("widths"), *parts, *told])

    def _wide(self, width: Width) -> str:
        return self._say("none") if width.mean is None else self._decimal(width.mean)

    def _assumed(self) -> str:
        panel = self.asked.panel
        head = self._say("estimated", panel=panel) if panel else self._say("assumed")
        return "\n".join([head, *(self._wrapped(text, "- ", 2) for text in self._points())])

    def _points(self) -> Iterator[str]:
        model = self.asked.answers[0].size.model
        yield self._say("agreement", agreement=_percent(model.agreement))
        shares = zip(self.asked.scale, model.prevalence, strict=True)
        shown = self.words.listing([f"{grade} {_percent(share)} %" for grade, share in shares])
        yield self._say("prevalence", shares=shown)
        yield self._say("severity", share=_percent(model.severity))
        if model.domains > 1:
            yield self._say("case-effect", correlation=self._decimal(model.case_effect))
        if model.missing:
            yield self._say("missing", share=_percent(model.missing))
        yield self._say("all-grade")


def _under(title: str | None, row: str) -> list[str]:
    return [row] if title is None else [title, row]


def _percent(share: float) -> str:
    return f"{100 * share:.0f}"


def _columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows of a table, every column to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(["", *(f"{cell:>{w}}" for cell, w in zip(row, widths, strict=True))]).rstrip()
        for row in rows
    ]
