"""`spur-rules workshop`: scored alone, revealed, talked over, scored again, decided."""

from __future__ import annotations

from importlib import import_module

import click

#: Each command, and the file beside this one that has it, in the order of the help.
SUBCOMMANDS = {
    "new": "workshop_new",
    "round": "workshop_rounds",
    "hand-in": "workshop_hand_in",
    "withdraw": "workshop_withdraw",
    "reveal": "workshop_rounds",
    "note": "workshop_talk",
    "decide": "workshop_talk",
    "close": "workshop_rounds",
    "show": "workshop_show",
    "log": "workshop_show",
    "minutes": "workshop_minutes",
    "profile": "workshop_profile",
    "drift": "workshop_drift",
    "size": "workshop_size",
}


class _Subcommands(click.Group):
    """A command is imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(SUBCOMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in SUBCOMMANDS:
            return None
        module = import_module(f".{SUBCOMMANDS[cmd_name]}", __package__)
        command: click.Command = getattr(module, cmd_name.replace("-", "_"))
        return command


@click.group(cls=_Subcommands)
def workshop() -> None:
    """Run a calibration workshop: score alone, reveal, talk, score again, decide.

    All of it is kept in one file that is only ever added to.
    """
