"""Words that any document needs around its pictures and tables."""

PHRASES: dict[str, str] = {
    "picture.row": "Rad",
    "picture.figure": "Värde",
    "picture.interval": "95 %-intervall",
    "picture.note": "Anmärkning",
    "picture.range": "{low} till {high}",
    "picture.none": "–",
    "picture.percent": "{figure} %",
    "picture.see": "Samma uppgifter står i tabellen efter bilden.",
    "page.skip": "Till innehållet",
    "page.contents": "Innehåll",
    "page.table-of": "Tabell: {caption}",
    "page.as-table": "Samma uppgifter som tabell: {caption}",
    "page.print": "Hopfällda tabeller skrivs inte ut. Fäll ut dem som ska med på papper.",
}
