"""What lint says around its findings."""

PHRASES: dict[str, str] = {
    "lint.clean.one": "Inga anmärkningar i {count} fil.",
    "lint.clean.other": "Inga anmärkningar i {count} filer.",
    "lint.total.one": "{counts} i {count} fil.",
    "lint.total.other": "{counts} i {count} filer.",
    "lint.error.one": "{count} fel",
    "lint.error.other": "{count} fel",
    "lint.warning.one": "{count} varning",
    "lint.warning.other": "{count} varningar",
    "lint.note.one": "{count} upplysning",
    "lint.note.other": "{count} upplysningar",
    "lint.silenced-in-file.one": "{count} är tystad i filen, med skäl.",
    "lint.silenced-in-file.other": "{count} är tystade i filen, med skäl.",
    "lint.silenced-in-files.one": "{count} är tystad i filerna, med skäl.",
    "lint.silenced-in-files.other": "{count} är tystade i filerna, med skäl.",
    "lint.fixable.one": "--fix rättar {count} av dem.",
    "lint.fixable.other": "--fix rättar {count} av dem.",
    "lint.mended": "rättat",
    "lint.explain": "Om en kod: spur-rules lint --explain {code} (docs/lint/{code}.md).",
}
