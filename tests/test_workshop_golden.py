"""What a workshop looks like, to the byte. `scripts/golden` writes these files anew."""

from workshop_goldens import GOLDEN, printed


def test_golden() -> None:
    kept = {path.name: path.read_text(encoding="utf-8") for path in GOLDEN.iterdir()}
    assert printed() == kept


def test_a_text_keeps_within_80_columns() -> None:
    for path in GOLDEN.glob("*.txt"):
        if path.stem.split(".")[0] == "profile":
            continue  # has YAML and a policy to copy, which are not wrapped
        lines = path.read_text(encoding="utf-8").splitlines()
        assert max(map(len, lines)) <= 80, path.name
