"""Words that any document needs around its pictures and tables."""

PHRASES: dict[str, str] = {
    "picture.row": "Row",
    "picture.figure": "Value",
    "picture.interval": "95% interval",
    "picture.note": "Remark",
    "picture.range": "{low} to {high}",
    "picture.none": "–",
    "page.skip": "To the content",
    "page.contents": "Contents",
    "page.table-of": "Table: {caption}",
    "page.shown": "Show the table",
}
