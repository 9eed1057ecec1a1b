"""Eight threads share one engine; every answer is that of the thread's own checklist."""

import pytest

from crossing import threads
from crossing.threads import THREADS, crossed, known
from spur_rules import evaluation
from spur_rules.rulebook import Rulebook
from spur_rules.suggesting import Grader
from spur_rules.vocabulary import Grade


@pytest.mark.parametrize("engine", ["native", "durable"])
def test_no_answer_is_of_another_thread(rulebook: Rulebook, engine: str) -> None:
    """`scripts/threads` makes 100,000 evaluations in each thread."""
    assert not crossed(rulebook, engine, 500, seed=4)


def test_the_threads_have_different_answers_to_cross(rulebook: Rulebook) -> None:
    own = [known(rulebook, thread, seed=4) for thread in range(THREADS)]
    for number in range(threads.CHECKLISTS):
        assert len({str(rows[number][1]) for rows in own}) > THREADS / 2


def test_a_crossing_would_be_seen(rulebook: Rulebook, monkeypatch: pytest.MonkeyPatch) -> None:
    """A grader that keeps what it works on in one place for all, as a careless engine would."""
    kept: dict[str, object] = {}

    def careless(self: Grader, checklist: object) -> object:
        kept["last"] = checklist
        threads.threading.Event().wait(0.0001)
        return honest(self, kept["last"])  # type: ignore[arg-type]

    honest = Grader.outline
    monkeypatch.setattr(Grader, "outline", careless)
    assert crossed(rulebook, "native", 10, seed=4)


def test_a_wrong_grade_would_be_seen(rulebook: Rulebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluation, "grade_range", lambda *_: (Grade.A, Grade.A))
    assert len(crossed(rulebook, "native", 10, seed=4)) > 10
