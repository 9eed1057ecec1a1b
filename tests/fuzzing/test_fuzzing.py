"""What `scripts/fuzz` does for minutes, here by Hypothesis: an InputError or a value, twice."""

from __future__ import annotations

import pytest
from hostile.kinds import KINDS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzzing.target import read_data, sound, twice
from spur_rules.errors import InputError, Problem
from spur_rules.provenance import Place
from spur_rules.yaml_file import YamlFile, parse_bytes

FAST = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
RIGHT = [kind.text.encode() for kind in KINDS]
#: Pieces that mean something to YAML, or to these files.
PIECES = [
    *("{", "}", "[", "]", ": ", "- ", ",", "&a ", "*a", "!!int ", "|\n", ">-\n", "'", '"', "#"),
    *("\n", "\n  ", "\t", "---\n", "...\n", "%YAML 1.2\n", "? ", "<<: ", "~", "\\e", "\\u202e"),
    *("A1", "B2", "delvis", "uppfyllt", "answers:", "plan:", "rules:", "domains:", "1/2", "1e9"),
]


@FAST
@given(st.binary(max_size=200))
def test_any_bytes(content: bytes) -> None:
    twice(content)


@FAST
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=40))
def test_any_pieces_of_yaml(pieces: list[str]) -> None:
    twice("".join(pieces).encode("utf-8", "surrogatepass"))


@st.composite
def changed(draw: st.DrawFn) -> bytes:
    """A right file with pieces cut out, put in twice, or put in from elsewhere."""
    content = draw(st.sampled_from(RIGHT))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 30)))
        other = draw(st.sampled_from(PIECES)).encode()
        content = content[:start] + draw(st.sampled_from([b"", other, content[start:end] * 2]))
        content += draw(st.sampled_from(RIGHT))[end:]
    return content


@FAST
@given(changed())
def test_right_files_with_changes(content: bytes) -> None:
    twice(content)


SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=8),
    st.sampled_from(PIECES),
)
NESTED = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(tuple),
        st.dictionaries(st.one_of(st.text(max_size=5), st.sampled_from(PIECES)), inner, max_size=3),
    ),
    max_leaves=8,
)


@st.composite
def misfilled(draw: st.DrawFn) -> dict[str, object]:
    """A right file's data with arbitrary data at some of its places."""
    data = parse_bytes(draw(st.sampled_from(RIGHT)), "right").data
    return {key: draw(_misfilled(value)) for key, value in data.items()}


def _misfilled(value: object) -> st.SearchStrategy[object]:
    """The value as it is most often; else something else, or that at a place within it."""
    options = [st.just(value)] * 5 + [NESTED]
    if isinstance(value, dict) and value:
        keys = st.sampled_from(sorted(value))
        options.append(
            keys.flatmap(lambda key: _misfilled(value[key]).map(lambda new: {**value, key: new}))
        )
    if isinstance(value, tuple) and value:
        last = len(value) - 1
        options.append(_misfilled(value[last]).map(lambda new: (*value[:last], new)))
    return st.one_of(options)


@FAST
@given(misfilled())
def test_right_data_with_anything_in_its_places(data: dict[str, object]) -> None:
    first, second = (read_data(YamlFile("fuzzed", dict(data))) for _ in range(2))
    assert first == second


@FAST
@given(st.dictionaries(st.text(max_size=5), NESTED, max_size=4))
def test_any_data(data: dict[str, object]) -> None:
    for kind in KINDS:
        head = parse_bytes(kind.text.encode(), "right").data
        read_data(YamlFile("fuzzed", {"schema": head["schema"], **data}))


@pytest.mark.parametrize(
    ("code", "message"),
    [("SR999", "x"), ("SR101", "a\x1b[31m"), ("SR101", "a\nb"), ("SR101", "x" * 2000)],
)
def test_an_unsound_mistake_would_be_seen(code: str, message: str) -> None:
    with pytest.raises(AssertionError):
        sound(InputError([Problem(code, Place("f"), message)]))
