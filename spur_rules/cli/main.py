"""The program `spur-rules`: its commands, its exit codes, and where errors are shown."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from ..errors import InputError, Problem, SpurError
from ..version import __version__
from .exits import BAD_INPUT, GRADED, INTERRUPTED

#: In the order of the help. Each is a file beside this one, with a command of the same name.
COMMANDS = (
    *("grade", "explain", "ask", "check", "regrade", "sweep"),
    *("calibrate", "workshop", "pseudonyms"),
    *("lint", "verify", "test", "diff", "new", "schema"),
)


class _Commands(click.Group):
    """A command is imported when it is asked for: no start pays for the others."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f".{cmd_name}", __package__), cmd_name)
        return command


MOST_SHOWN = 100


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: spur-rules grade examples/primary-care-2025.yaml",
)
@click.version_option(__version__, "-V", "--version", message="spur-rules %(version)s")
def cli() -> None:
    """Suggest grades for a SPUR review from a filled checklist, with the reasons."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program.

    Args:
        arguments: The command line; that of the process when left out.

    Returns:
        The exit code: 0 graded, 1 something to look at, 2 bad input, 3 a range is left where none
        may be.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # no search of site-packages
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    try:
        result = cli.main(arguments, prog_name="spur-rules", standalone_mode=False)
        _flush()
        return result if isinstance(result, int) else GRADED
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader has left
        return GRADED
    except Exception as error:
        with contextlib.suppress(OSError):
            _flush()
        print(_told(error), file=sys.stderr)
        return BAD_INPUT


def _flush() -> None:
    if sys.stdout is not None:  # a closed stream is None
        sys.stdout.flush()


def _told(error: Exception) -> str:
    """What the user reads: one line for each mistake."""
    if isinstance(error, InputError):
        return "\n".join(_most(error.problems))
    if isinstance(error, SpurError | click.exceptions.NoArgsIsHelpError):
        return str(error)
    if isinstance(error, click.ClickException):
        context = getattr(error, "ctx", None)
        command = context.command_path if context else "spur-rules"
        what = _one_line(error.format_message())
        return f"error[SR601] command line: {what} See `{command} --help`."
    if isinstance(error, OSError):
        return f"error[SR603] output: {error.strerror}; check the disk and the stream"
    if os.environ.get("SPUR_RULES_DEBUG"):
        raise error
    what = _one_line(f"{type(error).__name__}: {error}")[:200]
    return (
        f"error[SR602] spur-rules {__version__} failed: {what};"
        " report this, with what SPUR_RULES_DEBUG=1 shows"
    )


def _most(problems: Sequence[Problem]) -> list[str]:
    """The first mistakes, and how many more: what stood first must not have scrolled away."""
    lines = [str(problem) for problem in problems[:MOST_SHOWN]]
    more = len(problems) - len(lines)
    return [*lines, f"… and at least {more} more; mend these first"] if more else lines


def _one_line(text: str) -> str:
    return " ".join(text.split())


def run() -> None:
    """The console script."""
    code = main()
    gc.freeze()  # the process ends here: what is left need not be searched for cycles
    sys.exit(code)
