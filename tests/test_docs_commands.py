"""Every command and every Python example of the documentation does what the page says."""

import doctest
from pathlib import Path

import pytest
from doc_blocks import PAGES, ROOT, Block, blocks, commands, copied, missing, run

BLOCKS = {page: tuple(blocks(page)) for page in PAGES}
WITH_COMMANDS = [page for page in PAGES if any(b.kind == "console" for b in BLOCKS[page])]
WITH_PYTHON = [page for page in PAGES if any(b.kind in ("python", "pycon") for b in BLOCKS[page])]


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", WITH_COMMANDS, ids=name_of)
def test_commands_do_what_the_page_says(page: Path, tmp_path: Path, monkeypatch) -> None:
    """In one folder from top to bottom, as a reader who types them all."""
    monkeypatch.chdir(copied(tmp_path))
    for block in BLOCKS[page]:
        for command in commands(block) if block.kind == "console" else ():
            code, printed = run(command.typed)
            what = f"{command.place} $ {command.typed}\n{printed}"
            assert code == command.exit, what
            lost = missing(command.shown, printed)
            assert lost is None, f"{what}\nnot printed:\n{lost}"


@pytest.mark.parametrize("page", WITH_PYTHON, ids=name_of)
def test_python_does_what_the_page_says(page: Path, tmp_path: Path, monkeypatch) -> None:
    """One page is one session: a block goes on from the one before."""
    monkeypatch.chdir(copied(tmp_path))
    names: dict[str, object] = {"__name__": "__main__"}
    for block in BLOCKS[page]:
        if block.kind == "python":
            code = "\n" * (block.line - 1) + "\n".join(block.lines)
            exec(compile(code, str(page), "exec"), names)
        elif block.kind == "pycon":
            compare(block, names)


def compare(block: Block, names: dict[str, object]) -> None:
    source = "\n".join(block.lines) + "\n"
    test = doctest.DocTestParser().get_doctest(source, names, name_of(block.page), None, block.line)
    told: list[str] = []
    result = doctest.DocTestRunner().run(test, out=told.append, clear_globs=False)
    names.update(test.globs)
    assert result.failed == 0, "".join(told)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_no_command_of_ours_escapes(page: Path) -> None:
    """What stands in another kind of block is not run, so `spur-rules` may not stand there."""
    for block in BLOCKS[page]:
        for line in block.lines if block.kind in ("sh", "bash", "shell", "") else ():
            assert not line.lstrip("$ ").startswith("spur-rules "), f"{name_of(page)}: {line}"


def test_a_difference_is_seen() -> None:
    printed = "one\ntwo\nthree 3.1 s\nfour\n"
    assert missing(("one", "two"), printed) is None
    assert missing(("one", "…", "three … s", "four"), printed) is None
    assert missing(("one", "four"), printed) == "one\nfour"
    assert missing(("four", "…", "one"), printed) == "one"
    assert missing(("on",), printed) == "on"
