"""The whole review, and hints about answers that do not fit together."""

PHRASES: dict[str, str] = {
    "whole-review": "Hela granskningen",
    "grade-counts": "Föreslagen gradering: {counts}.",
    "measures.required": "Åtgärder krävs (föreskrifter):",
    "measures.recommended": "Åtgärder rekommenderas (allmänna råd):",
    "improvements": "Förslag till Förbättringspotential",
    "more-improvements.one": "Ytterligare en brist står under sin domän ovan.",
    "more-improvements.other": "Ytterligare {count} brister står under sina domäner ovan.",
    "improve.föreskrift": "Uppfyll föreskriften: ”{text}” ({id}).",
    "improve.allmänt råd": "Följ det allmänna rådet: ”{text}” ({id}).",
    "improve.kvalitetsindikator": "Uppfyll kvalitetsindikatorn: ”{text}” ({id}).",
    "improve.delvis": "Fullfölj: ”{text}” ({id}).",
    "hints": "Värt att se över (påverkar inte graderingen)",
    "hint-presupposes": "{id} är {status}, men {needed} är {other}: {because}.",
    "hint-words": "{id} är {status}, men bredvid står {words}.",
    "hint-status.uppfyllt": "uppfyllt",
    "hint-status.på annat sätt": "uppfyllt på annat sätt",
    "hint-status.delvis": "bara delvis uppfyllt",
    "hint-status.ej uppfyllt": "ej uppfyllt",
    "hint-status.ej tillämpligt": "ej tillämpligt",
    "hint-status.ej bedömt": "ej bedömt",
}
