"""Words that any document needs around its pictures and tables."""

PHRASES: dict[str, str] = {
    "picture.row": "Rad",
    "picture.figure": "Värde",
    "picture.interval": "95 %-intervall",
    "picture.note": "Anmärkning",
    "picture.range": "{low} till {high}",
    "picture.none": "–",
    "page.skip": "Till innehållet",
    "page.contents": "Innehåll",
    "page.table-of": "Tabell: {caption}",
    "page.shown": "Visa tabellen",
}
