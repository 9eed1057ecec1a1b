"""Tillägg, versioner och rader som bara gäller enligt en viss föreskrift."""

PHRASES: dict[str, str] = {
    "notice.edition-named": "Katalogens version är den som namngetts, inte den nyaste: {detail}.",
    "notice.edition-on-day": "Katalogens version är den som gällde på angiven dag: {detail}.",
    "notice.edition-at-review": (
        "Katalogens version är den som gällde vid granskningen, inte den nyaste: {detail}."
    ),
    "notice.overlay-example": (
        "Tillägget {detail} är ett exempel och inte antaget av någon. Graderingen är därför också "
        "ett exempel."
    ),
    "notice.overlay-outside-validity": (
        "Granskningens datum ligger utanför tilläggets giltighet: {detail}"
    ),
    "notice.law-repealed": "Ett tillägg har tagit bort en upphävd rad: {detail}.",
    "notice.regulation-unnamed": (
        "Checklistan säger inte vilka föreskrifter som används. Därför räknas inte {detail}."
    ),
    "notice.earlier-id": "Svaret står under en äldre beteckning: {detail}.",
    "notice.retired-id": "Svaret används inte, raden finns inte längre: {detail}",
    "made-with-overlays.one": "Tillägg till katalogen: {overlays}.",
    "made-with-overlays.other": "Tillägg till katalogen, i denna ordning: {overlays}.",
    "bound-row.one": "{ids} räknas inte: gäller bara ST enligt {regulations}; {used}",
    "bound-row.other": "{ids} räknas inte: de gäller bara ST enligt {regulations}; {used}",
    "bound-used.one": "checklistan säger att {names} används.",
    "bound-used.other": "checklistan säger att {names} används.",
    "bound-unnamed": "checklistan säger inte vilka föreskrifter som används.",
    "bound-answer": "{id} är besvarad ({status}), men svaret används inte.",
    "overlay-changes": "Vad tilläggen har gjort",
    "change.added": "Raden är tillagd av {overlay}, rad {line}.",
    "change.noted": "Anmärkning av {overlay}, rad {line}: {text}",
    "change.bound": "Bunden till {regulations} av {overlay}, rad {line}: {reason}",
    "change.reworded": (
        "Omformulerad av {overlay}, rad {line}. Ursprunglig text: ”{text}” Skäl: {reason}"
    ),
    "change.retired": (
        "{id} är borttagen av {overlay}, rad {line}. Skäl: {reason} Texten var: ”{text}”"
    ),
    "change.law": "Enligt {law}.",
    "finding.not-in-use": (
        "{id}: raden räknas inte, eftersom den gäller enligt en föreskrift som checklistan inte "
        "namnger."
    ),
    "finding.retired": "{id}: raden finns inte längre. Det som står om den används inte.",
}
