"""Words that any document needs around its pictures and tables."""

PHRASES: dict[str, str] = {
    "picture.row": "Row",
    "picture.figure": "Value",
    "picture.interval": "95% interval",
    "picture.note": "Remark",
    "picture.range": "{low} to {high}",
    "picture.none": "–",
    "picture.percent": "{figure}%",
    "picture.see": "The same is in the table after the picture.",
    "page.skip": "To the content",
    "page.contents": "Contents",
    "page.table-of": "Table: {caption}",
    "page.as-table": "The same as a table: {caption}",
    "page.print": "Folded tables are not printed. Open those that should be on paper.",
}
