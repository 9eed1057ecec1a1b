"""A panel under pseudonyms: what is handed on, and what stays."""

PHRASES: dict[str, str] = {
    "pseudonyms.table": "{table}: {checklists} by {raters} of {cases}.",
    "pseudonyms.checklists.one": "{count} checklist",
    "pseudonyms.checklists.other": "{count} checklists",
    "pseudonyms.raters.one": "{count} rater",
    "pseudonyms.raters.other": "{count} raters",
    "pseudonyms.cases.one": "{count} case",
    "pseudonyms.cases.other": "{count} cases",
    "pseudonyms.replaced.raters": (
        "The raters have pseudonyms. The cases stand under their own names: give --cases to"
        " replace them too."
    ),
    "pseudonyms.replaced.both": "The raters and the cases have pseudonyms.",
    "pseudonyms.left-out": (
        "Comments, reasons, evidence, unit, date and inspectors are not carried along."
    ),
    "pseudonyms.key": "The key {file}: {entries}, {new} of them new.",
    "pseudonyms.key-unchanged": "The key {file}: {entries}, none of them new.",
    "pseudonyms.keep": "The key shows who is who. Never send it.",
    "pseudonyms.beside": (
        "Note: the key lies among what is handed on, in the table's folder. Move it before the"
        " folder is shared, or backed up where others can read it."
    ),
    "pseudonyms.header": (
        "The key of pseudonyms: it shows who is who. Never send it to anyone.\n"
        "Keep it apart from the table, where only whoever answers for the calibration can read"
        " it.\n"
        "Use the same key the next time: everybody then keeps their pseudonym."
    ),
}
