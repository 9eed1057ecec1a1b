"""The whole review, and hints about answers that do not fit together."""

PHRASES: dict[str, str] = {
    "whole-review": "The whole review",
    "grade-counts": "Suggested grades: {counts}.",
    "measures.required": "Åtgärder krävs, measures required (föreskrifter):",
    "measures.recommended": "Åtgärder rekommenderas, measures recommended (allmänna råd):",
    "improvements": "Proposed Förbättringspotential (potential for improvement)",
    "more-improvements.one": "One more shortcoming stands under its domain above.",
    "more-improvements.other": "{count} more shortcomings stand under their domains above.",
    "improve.föreskrift": "Meet the föreskrift: ”{text}” ({id}).",
    "improve.allmänt råd": "Follow the allmänt råd: ”{text}” ({id}).",
    "improve.kvalitetsindikator": "Meet the kvalitetsindikator: ”{text}” ({id}).",
    "improve.delvis": "Complete: ”{text}” ({id}).",
    "hints": "Worth a second look (no effect on the grading)",
    "hint-presupposes": "{id} is {status}, but {needed} is {other}: {because}.",
    "hint-words": "{id} is {status}, but the text beside it says {words}.",
    "hint-status.uppfyllt": "met",
    "hint-status.på annat sätt": "met in another way",
    "hint-status.delvis": "only partly met",
    "hint-status.ej uppfyllt": "not met",
    "hint-status.ej tillämpligt": "not applicable",
    "hint-status.ej bedömt": "not assessed",
}
