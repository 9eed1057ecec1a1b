"""What lint says around its findings."""

PHRASES: dict[str, str] = {
    "lint.clean.one": "Nothing found in {count} file.",
    "lint.clean.other": "Nothing found in {count} files.",
    "lint.total.one": "{counts} in {count} file.",
    "lint.total.other": "{counts} in {count} files.",
    "lint.error.one": "{count} error",
    "lint.error.other": "{count} errors",
    "lint.warning.one": "{count} warning",
    "lint.warning.other": "{count} warnings",
    "lint.note.one": "{count} note",
    "lint.note.other": "{count} notes",
    "lint.silenced-in-file.one": "{count} is silenced in the file, with a reason.",
    "lint.silenced-in-file.other": "{count} are silenced in the file, with reasons.",
    "lint.silenced-in-files.one": "{count} is silenced in the files, with a reason.",
    "lint.silenced-in-files.other": "{count} are silenced in the files, with reasons.",
    "lint.fixable.one": "--fix mends {count} of them.",
    "lint.fixable.other": "--fix mends {count} of them.",
    "lint.mended": "mended",
    "lint.explain": "About a code: spur-rules lint --explain {code} (docs/lint/{code}.md).",
}
