"""YAML as spur_rules reads it: the core schema of YAML 1.2, and a place for everything."""

import pytest
import yaml

from spur_rules import yaml_events
from spur_rules.provenance import Place
from spur_rules.shipped import CATALOG, RULES
from spur_rules.yaml_file import YamlFile, parse_bytes, read_file


def parsed(text: str) -> dict[str, object]:
    return parse_bytes(text.encode(), "f").data


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"),
        ("Yes", "Yes"),
        ("on", "on"),
        ("010", 10),
        ("1:30", "1:30"),
        ("1_000", "1_000"),
        ("0x10", "0x10"),
        ("2025-11-03", "2025-11-03"),
        ("1.0", 1.0),
        ("1.0.0", "1.0.0"),
        ("-3", -3),
        ("1/2", "1/2"),
        ("true", True),
        ("False", False),
        ("tRue", "tRue"),
        ("~", None),
        ("", None),
        ("'1'", "1"),
        ('"no"', "no"),
        ("=", "="),
        ("<<", "<<"),
    ],
)
def test_scalars(written: str, value: object) -> None:
    found = parsed(f"a: {written}")["a"]
    assert found == value
    assert type(found) is type(value)


def test_a_merge_key_is_an_ordinary_key() -> None:
    assert parsed("a: &x {b: 1}\nc: {<<: *x}")["c"] == {"<<": {"b": 1}}


def test_sequences_are_tuples_and_text_is_nfc() -> None:
    assert parsed("a: [1, [a\u030a]]") == {"a": (1, ("å",))}


def test_places_count_from_one_and_fall_back_to_what_is_around() -> None:
    file = parse_bytes(b"a: 1\nb:\n  - c: x\n    d: [y, z]\n", "f")
    assert file.place(("b", 0, "d", 1)) == Place("f", 4, 12)
    assert file.place(("b", 0, "d"), key=True) == Place("f", 4, 5)
    assert file.place(("b", 0, "missing")) == Place("f", 3, 5)
    assert file.place(("nowhere",)) == Place("f", 1, 1)
    assert file.place(("b", 0, 1, 0)) == Place("f", 4, 9)  # an index into a mapping


def test_find_passes_over_wrong_shapes() -> None:
    file = YamlFile("f", {"a": ({"id": 1}, 2, {"id": 3}, "x")})
    assert list(file.find("a.*.id")) == [(("a", 0, "id"), 1), (("a", 2, "id"), 3)]


def test_the_content_hash_is_of_the_content() -> None:
    one = parse_bytes(b"a: 1\nb: [x]\n", "f")
    other = parse_bytes(b'\xef\xbb\xbf# remark\r\n{"b": ["x"],\r\n"a": 1}\r\n', "g")
    assert one.sha256 == other.sha256


@pytest.mark.parametrize("path", [CATALOG, RULES], ids=["catalog", "rules"])
def test_without_libyaml_the_same_is_read(path, monkeypatch) -> None:
    fast = read_file(path)
    monkeypatch.setattr(yaml_events, "_Loader", yaml.SafeLoader)
    slow = read_file(path)
    assert slow.data == fast.data
    assert slow._places == fast._places


def test_json_with_tabs_and_surrogate_pairs() -> None:
    text = '{\t"a":\t"\\ud83d\\ude00 \\\\ud83d\\ude00",\n\t"b": [1,2]\t}'
    with pytest.raises(Exception, match="SR106"):
        parsed('{"a": "\\ud83d"}')
    assert parsed(text.replace("\\\\ud83d\\ude00", "\\u00e5\\/")) == {"a": "😀 å/", "b": (1, 2)}
