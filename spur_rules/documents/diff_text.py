"""A comparison as a text for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..comparing.changes import Change, Kind
from ..comparing.comparison import Comparison
from ..comparing.replaying import Replay, Replayed
from ..comparing.setting_aside import Why
from ..provenance import ContentId
from ..suggestion import GradeRange
from ..texts import Language
from .moves_text import UNBROKEN, MovesText
from .phrasing import Phrasing
from .wrapping import wrapped

_Line = tuple[int, str]


def diff_text(made: Comparison, language: Language, width: int = 80) -> str:
    """What changed, which grades move, what the checklists say, and what is to be done.

    Args:
        made: What `compare` returned.
        language: `sv` or `en`.
        width: Columns to stay within.
    """
    return _DiffText(made, language).render(width)


class _DiffText:
    def __init__(self, made: Comparison, language: Language) -> None:
        self._made, self._language = made, language
        self._words = MovesText(language)
        self._say = self._words.say

    def render(self, width: int) -> str:
        sections = [self._head(), *self._changes(), *self._moves(), *self._replay()]
        lines: list[str] = []
        for section in (*sections, *self._findings()):
            found = [self._shown(line, width) for line in section]
            lines += ["", *found] if lines and found else found
        return "\n".join(lines) + "\n"

    def _shown(self, line: _Line, width: int) -> str:
        indent, text = line
        if indent < 0:  # as it stands
            return text
        lines = wrapped(text, width, "   " * indent, 3 * indent)
        return lines.replace(UNBROKEN, "\N{NO-BREAK SPACE}")

    def _head(self) -> Iterator[_Line]:
        yield 0, self._say("title")
        old, new = self._made.old, self._made.new
        yield 0, self._half("catalog", old.catalog_id, new.catalog_id)
        yield 0, self._half("rules", old.rules_id, new.rules_id)

    def _half(self, of: str, old: ContentId, new: ContentId) -> str:
        half = self._say(f"half.{of}", id=old.id, version=old.version)
        plural = ".rules" if of == "rules" else ""
        if old.sha256 == new.sha256:
            return self._say(f"half.same{plural}", half=half)
        if not any(change.of == of for change in self._made.changes):
            return self._say("half.layout", half=half)
        if (old.id, old.version) == (new.id, new.version):
            return self._say(f"half.same-version{plural}", half=half)
        named = new.version if new.id == old.id else f"{new.id} {new.version}"
        return self._say("half.changed", half=half, new=named)

    def _changes(self) -> Iterator[Iterable[_Line]]:
        for of in ("catalog", "rules"):
            found = [
                change
                for change in self._made.changes
                if change.of == of and not (change.what in _WHOLES and change.key == "version")
            ]
            if found:
                lines = [line for change in found for line in self._lines(change)]
                yield [(0, self._say(f"changes.{of}")), *((at + 1, line) for at, line in lines)]

    def _lines(self, change: Change) -> Iterator[_Line]:
        """A change, and where the text of a row that is gone stands now: in another domain."""
        yield from self._words.lines(change)
        if change.what == "indicator" and change.kind is Kind.REMOVED:
            for other in self._made.changes:
                is_new = other.what == "indicator" and other.kind is Kind.ADDED
                if is_new and other.new.text == change.old.text:
                    yield 1, self._say("same-text", new=other.subject[-1])

    def _moves(self) -> Iterator[Iterable[_Line]]:
        made = self._made
        if not made.changes:
            yield [(0, self._say("nothing"))]
            return
        lines = list(self._words.grades(made))
        head = [(0, self._say("moves"))] if made.moves.grades else []
        yield [*head, *((at + len(head), line) for at, line in lines)]
        caveats = list(self._words.caveats(made))
        if caveats:
            yield [(0, self._say("caveats")), *((at + 1, line) for at, line in caveats)]

    def _replay(self) -> Iterator[Iterable[_Line]]:
        replay = self._made.replay
        if replay is None:
            return
        if replay.read:
            yield self._replayed(replay)
        if self._made.set_aside:
            yield self._set_aside()
        unreadable = self._made.unreadable
        if unreadable:
            files = len({problem.place.file for problem in unreadable})
            yield [
                (0, self._say("unreadable", count=files)),
                *((-1, f"   {problem}") for problem in unreadable),
            ]

    def _set_aside(self) -> Iterator[_Line]:
        yield 0, self._say("set-aside")
        for row in self._made.set_aside:
            names = self._words.listed(row.names)
            values: dict[str, Any] = {"checklist": row.checklist, "names": names}
            if row.why is Why.OVERLAYS:
                yield 1, self._say("set-aside.overlays", count=len(row.names), **values)
            else:
                yield 1, self._say("set-aside.version", **values)

    def _replayed(self, replay: Replay) -> Iterator[_Line]:
        yield 0, self._say("replay", count=replay.read, policy=replay.policy)
        for row in replay.rows:
            yield from self._row(row)
        for misfit in replay.misfits:
            for key, ids in (("dropped", misfit.dropped), ("refused", misfit.refused)):
                if ids:
                    listed = Phrasing(self._made.old, self._language).spans(ids)
                    values = {"checklist": misfit.checklist, "indicators": listed}
                    yield 1, self._say(f"replay.{key}", count=len(ids), **values)
        if not replay.moved:
            yield 1, self._say("replay.unmoved.all")
        elif replay.unmoved:
            yield 1, self._say("replay.unmoved", count=replay.unmoved)

    def _row(self, row: Replayed) -> Iterator[_Line]:
        places = {"checklist": row.checklist, "domain": row.domain}
        old, new = self._range(row.old), self._range(row.new)
        if row.old != row.new:
            yield 1, self._say("replay.row", old=old, new=new, **places)
        else:
            yield 1, self._say("replay.caveats", old=old, **places)
        if row.old_adjusted != row.new_adjusted:
            ends = [self._range(r or own) for r, own in _adjusted(row)]
            yield 2, self._say("replay.adjusted", old=ends[0], new=ends[1])
        if row.moves:
            why = self._words.why(row.rules, row.because, row.new.best if row.new else None)
            yield from ((2, text) for text in (why,) if text)
        if row.unassessed:
            ids = self._words.listed(row.unassessed)
            yield 2, self._say("replay.unassessed", count=len(row.unassessed), indicators=ids)
        for key, caveats in (("comes", row.caveats_come), ("goes", row.caveats_go)):
            for caveat in caveats:
                name = self._words.caveat_name(caveat)
                yield 2, self._say(f"replay.caveat.{key}", caveat=name)

    def _range(self, of: GradeRange | None) -> str:
        if of is None:
            return self._say("replay.no-grade")
        return of.grade or f"{of.best}–{of.worst}"

    def _findings(self) -> Iterator[Iterable[_Line]]:
        made = self._made
        if made.findings:
            yield [(0, self._say("findings")), *self._to_do()]
        elif made.moves_grades and made.log_was_read:
            yield [(0, self._say("told"))]

    def _to_do(self) -> Iterator[_Line]:
        for finding in self._made.findings:
            yield 1, str(finding)
            if finding.paste:
                yield 1, self._say("paste")
                yield from ((-1, f"   {line}") for line in finding.paste.splitlines())


#: What the heading tells of.
_WHOLES = ("catalog", "ruleset")


def _adjusted(row: Replayed) -> list[tuple[GradeRange | None, GradeRange | None]]:
    """What holds in the end: the range that a plan gave, or else the one from the visit."""
    return [(row.old_adjusted, row.old), (row.new_adjusted, row.new)]
