"""What a workshop's commands print, by file in tests/golden_workshop; as a script, written anew."""

import re
import tempfile
from pathlib import Path

import pytest
from workshop_story import run, story

GOLDEN = Path(__file__).parent / "golden_workshop"


def printed() -> dict[str, str]:
    """Every golden file's content, made from one story."""
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        folder, file = Path(name), str(Path(name, "ws.spur"))
        said = story(Path(file), folder, patch)
        made = {f"{step}.sv.txt": text for step, text in said.items()}
        made["show.json"] = run("show", file, "--format", "json")
        made["drift.json"] = run("drift", file, "--rater", "R1", "--format", "json")
        for lang in ("sv", "en"):
            made[f"show.{lang}.txt"] = run("show", file, "--lang", lang)
            made[f"reveal.{lang}.txt"] = run("reveal", file, "--lang", lang)
            made[f"minutes.{lang}.md"] = run("minutes", file, "--lang", lang)
            made[f"profile.{lang}.txt"] = run("profile", file, "--lang", lang)
            made[f"drift.{lang}.txt"] = run("drift", file, "--rater", "R1", "--lang", lang)
        return {key: _plain(text, folder) for key, text in made.items()}


def _plain(text: str, folder: Path) -> str:
    """Without what differs between two machines or two versions of the program."""
    text = text.replace(f"{folder}/", "")
    return re.sub(r"\b[0-9a-f]{64}\b", "HASH", text)


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for old in GOLDEN.iterdir():
        old.unlink()
    for key, text in printed().items():
        (GOLDEN / key).write_text(text, encoding="utf-8", newline="\n")
