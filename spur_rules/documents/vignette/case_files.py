"""What a rater is handed: checklists to fill, and descriptions to tick from. No answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from itertools import groupby

from ...checklist import Answer, Checklist
from ...rulebook import Rulebook
from ...texts import Language, say
from ...vignettes.answer_key import CaseKey
from ...vignettes.filling import Vignette
from ...vocabulary import Status
from ...yaml_events import dump
from ..wrapping import wrapped

#: The columns that a file keeps within.
WIDTH = 96


class Form(StrEnum):
    """What is handed out.

    TICKS are filled checklists, to be graded: they show how raters judge the same ticks.
    DESCRIPTION is a text and an empty checklist: it shows how they tick as well.
    """

    TICKS = "ticks"
    DESCRIPTION = "description"


#: The folders that keep the two forms apart: whoever ticks from a description must not see ticks.
FOLDERS = {Form.TICKS: "kryss", Form.DESCRIPTION: "beskrivning"}
#: The lines that show how a paragraph of the instructions is meant.
EXAMPLES = {"statuses": "vignette.example.status", "grade": "vignette.example.grade"}


def case_files(
    cases: Iterable[CaseKey], forms: Iterable[Form], rulebook: Rulebook, language: Language
) -> dict[str, str]:
    """The files to hand out, by their path in the folder.

    Args:
        cases: The cases; of their answer keys nothing is used.
        forms: One form, or both, each in a folder of its own.
        rulebook: What the cases answer.
        language: Of what surrounds the case; the case itself is Swedish.
    """
    wanted = list(forms)
    files: dict[str, str] = {}
    for form in wanted:
        folder = f"{FOLDERS[form]}/" if len(wanted) > 1 else ""
        writer = _Writer(rulebook, language, form)
        files[f"{folder}instruktion.md"] = writer.instructions()
        for case in cases:
            files |= {f"{folder}{name}": text for name, text in writer.files(case.vignette)}
    return files


class _Writer:
    def __init__(self, rulebook: Rulebook, language: Language, form: Form) -> None:
        self._rulebook, self._language, self._form = rulebook, language, form

    def _say(self, key: str, **values: object) -> str:
        return say(self._language, key, None, **values)

    def instructions(self) -> str:
        keys = [self._form.value, "statuses", "grade", "alone", "return"]
        if self._form is Form.TICKS:
            keys.remove("statuses")
        texts = [text for key in keys for text in self._about(key)]
        title, invented = self._say("vignette.read-me"), self._say("vignette.invented")
        return "\n\n".join([f"# {title}", *texts, invented]) + "\n"

    def _about(self, key: str) -> Iterator[str]:
        """A paragraph, and the lines that show how it is written, where there are any."""
        yield wrapped(self._say(f"vignette.read-me.{key}"), WIDTH, "", 0)
        if key in EXAMPLES:
            yield f"```yaml\n{self._say(EXAMPLES[key])}\n```"

    def files(self, case: Vignette) -> Iterator[tuple[str, str]]:
        if self._form is Form.DESCRIPTION:
            yield f"{case.name}.md", self._description(case)
        yield f"{case.name}.yaml", "\n".join(self._checklist(case)) + "\n"

    def _description(self, case: Vignette) -> str:
        """A report's narrative: each domain a few paragraphs, in the order of the form."""
        blocks = [f"# {case.name.replace('-', ' ').capitalize()}", self._say("vignette.invented")]
        for domain in self._rulebook.domains:
            blocks.append(f"## {domain.letter}  {domain.domain.title}")
            rows = domain.indicators.values()
            for _, group in groupby(rows, key=lambda row: row.norm):
                text = " ".join(case.sentences[row.id] for row in group)
                blocks.append(wrapped(text, WIDTH, "", 0))
        return "\n\n".join(blocks) + "\n"

    def _checklist(self, case: Vignette) -> Iterator[str]:
        is_empty = self._form is Form.DESCRIPTION
        yield f"# {self._say('vignette.invented')}"
        if is_empty:
            yield f"# {self._say('vignette.fill', file=f'{case.name}.md')}"
            yield from _comment(self._say("vignette.example"), 0)
            yield from _quoted(self._say(EXAMPLES["statuses"]))
        yield from dump(_head(case.checklist), leaves_on_one_line=True).splitlines()
        yield "answers:"
        for domain in self._rulebook.domains:
            yield from ("", f"  # {domain.letter}  {domain.domain.title}")
            for row in domain.domain.indicators:
                yield from _comment(" ".join(row.text.split()), 2)
                answer = case.checklist.by_indicator[row.id]
                yield from _unanswered(row.id) if is_empty else _answered(answer)
        yield from ("", *_comment(self._say("vignette.grade-lines"), 0), "given:")
        for domain in self._rulebook.domains:
            # On a line of its own: a letter written after a comment would be a part of it.
            scale = self._say("vignette.scale", grades=" ".join(domain.domain.grades))
            yield from _comment(f"{domain.domain.title} ({scale})", 2)
            yield f"  {domain.letter}:"


def _head(checklist: Checklist) -> dict[str, object]:
    review = {
        "unit": checklist.review.unit,
        "regulations": list(checklist.review.regulations),
    }
    head: dict[str, object] = {"schema": checklist.schema_id, "catalog": checklist.catalog}
    if checklist.overlays:
        head["overlays"] = list(checklist.overlays)
    return head | {"review": review}


def _comment(text: str, indent: int) -> list[str]:
    start = f"{' ' * indent}# "
    return wrapped(text, WIDTH, start, 0).replace("\n", f"\n{start}").split("\n")


def _quoted(text: str) -> list[str]:
    return [f"#   {line}" for line in text.split("\n")]


def _unanswered(id: str) -> list[str]:
    return [f"  {id}: {Status.NOT_ASSESSED.value}"]


def _answered(answer: Answer) -> list[str]:
    said: Mapping[str, str | None] = {
        "reason": answer.reason,
        "comment": answer.comment,
        "evidence": answer.evidence,
    }
    texts = [(key, text) for key, text in said.items() if text]
    if not texts:
        return [f"  {answer.indicator}: {answer.status.value}"]
    lines = [f"  {answer.indicator}:", f"    status: {answer.status.value}"]
    for key, text in texts:
        lines.append(f"    {key}: >-")
        lines += wrapped(text, WIDTH, " " * 6, 6).split("\n")
    return lines
