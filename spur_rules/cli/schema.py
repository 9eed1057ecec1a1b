"""`spur-rules schema`: the JSON Schemas, for editors and for other programs."""

from __future__ import annotations

import click

from .exits import GRADED


@click.command(epilog="Example: spur-rules schema checklist > checklist.schema.json")
@click.argument("name", metavar="[NAME]", required=False)
def schema(name: str | None) -> int:
    """Print the JSON Schema NAME; without a NAME, list them.

    Save it beside a YAML file, and name it in the file's first line, so that an editor completes
    and checks what is written: # yaml-language-server: $schema=checklist.schema.json
    """
    from .. import schema_files

    if name is None:
        width = max(map(len, schema_files.NAMES))
        for known in schema_files.NAMES:
            click.echo(f"{known:<{width}}  {schema_files.schema(known)['title']}")
        return GRADED
    click.echo(schema_files.schema_bytes(name), nl=False)
    return GRADED
