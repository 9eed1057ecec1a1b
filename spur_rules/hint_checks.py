"""What a catalog says about consistency, checked: every pair and every word says something."""

from __future__ import annotations

from collections.abc import Iterator

from .errors import Problem, quoted
from .vocabulary import fold
from .yaml_events import DataPath
from .yaml_file import YamlFile, entries


def pair_checks(file: YamlFile) -> Iterator[Problem]:
    """Two different indicators, and no pair twice.

    Two may presuppose each other, also by way of others: then they stand or fall together. Each
    pair is looked at by itself, so a circle does no harm.

    Args:
        file: A catalog.
    """
    seen: dict[tuple[str, str], int] = {}
    for path, _ in file.find("consistency.presupposes.*"):
        id, needs = file.at((*path, "indicator")), file.at((*path, "needs"))
        if not isinstance(id, str) or not isinstance(needs, str):
            continue  # which the model refuses
        if id == needs:
            message = f"{quoted(id)} presupposes itself; name another indicator"
            yield Problem("SR213", file.place((*path, "needs")), message)
        elif (id, needs) in seen:
            pair, first = f"{quoted(id)} needs {quoted(needs)}", seen[id, needs]
            message = f"{pair} stands twice, first on line {first}; remove one"
            yield Problem("SR214", file.place((*path, "indicator")), message)
        else:
            seen[id, needs] = file.place((*path, "indicator")).line


def word_checks(file: YamlFile) -> Iterator[Problem]:
    """A word stands once in its entry: under `unless` too, it could never be found.

    Args:
        file: A catalog.
    """
    for path, _ in file.find("consistency.words_against.*"):
        seen: dict[str, str] = {}
        for key, place, word in _words(file, path):
            other = seen.get(fold(word))
            if other is None:
                seen[fold(word)] = key
            else:
                where = f"both under `{other}` and under" if other != key else "twice under"
                message = f"{quoted(word)} stands {where} `{key}`; keep one"
                yield Problem("SR215", file.place(place), message)


def _words(file: YamlFile, path: DataPath) -> Iterator[tuple[str, DataPath, str]]:
    for key in ("words", "unless"):
        for index, word in entries(file.at((*path, key))):
            if isinstance(word, str):
                yield key, (*path, key, index), word
