"""The folder of cases that is handed out, and the one with their answers, which is not."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from ..errors import quoted, refusal
from ..provenance import Place
from .target import write


class CaseFolders(NamedTuple):
    """Where the cases go, and where their answers."""

    cases: Path
    key: Path

    def write(self, cases: Mapping[str, str], key: Mapping[str, str]) -> None:
        """Write the files, the answers last.

        Args:
            cases: What is handed out: text by path within the folder.
            key: The answers, in the same way.

        Raises:
            InputError: SR614, a file cannot be written.
        """
        for folder, files in ((self.cases, cases), (self.key, key)):
            for name, text in files.items():
                path = folder / name
                _make(path.parent)
                write(path, text)


def case_folders(cases: Path, key: Path, force: bool) -> CaseFolders:
    """The two folders, if they may be written to.

    Args:
        cases: The folder to hand out.
        key: The answers' folder.
        force: Whether they may hold something.

    Raises:
        InputError: SR855, the answers would be handed out; SR611, a folder holds something; SR614,
            a file stands where a folder should be.
    """
    if key.resolve().is_relative_to(cases.resolve()):
        message = (
            f"the answer key would lie in {quoted(str(cases))}, which is handed out; name another"
            " folder with --key"
        )
        raise refusal("SR855", Place("--key"), message)
    for folder in (cases, key):
        if folder.exists() and not folder.is_dir():
            message = "a file stands where the folder should be made; name another folder"
            raise refusal("SR614", Place(str(folder)), message)
        if not force and folder.is_dir() and any(folder.iterdir()):
            message = "the folder holds something; name another one, or write into it with --force"
            raise refusal("SR611", Place(str(folder)), message)
    return CaseFolders(cases, key)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"the folder cannot be made: {error.strerror}; check the disk and its rights"
        raise refusal("SR614", Place(str(folder)), message) from None
