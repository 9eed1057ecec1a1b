"""Given grades held against suggested ones."""

PHRASES: dict[str, str] = {
    "check.title": "Given grades beside the suggested ones",
    "check.domain": "domain",
    "check.given": "given",
    "check.suggested": "suggested",
    "check.verdict": "verdict",
    "check.nothing-given": (
        "No given grade to check. Write `given:` in the checklist, or --given H=C."
    ),
    "check.not-given": "No given grade: {domains}.",
    "verdict.överensstämmer": "agrees",
    "verdict.strängare": "stricter",
    "verdict.mildare": "milder",
    "verdict.inom tolkningsutrymmet": "within the room for interpretation",
    "verdict.utanför skalan": "not on the scale",
    "verdict.kan inte avgöras": "cannot be settled",
    "check.direction": "{verdict} ({direction})",
    "check.with-reason": "{verdict}, with a reason",
    "check.after.handlingsplan": (
        "The given grade is the one after the action plan (handlingsplan)."
    ),
    "check.after.faktakorrigering": (
        "The given grade is the one after the correction (faktakorrigering)."
    ),
    "check.off-scale": "The scale of domain {domain} has no {grade}. It has {scale}.",
    "check.undecided": (
        "The suggestion is open between {best} and {worst}. Settled by: {indicators}."
    ),
    "check.given-by": "It follows from another reading: {readings}.",
    "check.passes-over": "The difference rests on {indicators}.",
    "check.without": "Were {indicators} met, the grade would be {grade}.",
    "check.weighs-more.one": "Noted shortcoming in the domain: {indicators}.",
    "check.weighs-more.other": "Noted shortcomings in the domain: {indicators}.",
    "check.nothing-found": "No shortcoming is noted in the domain.",
    "check.would-follow": "{grade} would follow if {changes}.",
    "check.could-follow": "{grade} would follow, for example, if {changes}.",
    "check.no-ticks": "No other answers would give {grade}.",
    "check.too-many": "The other answers that would give {grade} are too many to try.",
    "check.becomes": "{indicators} were found {status}",
    "check.one-of-becomes": "at least {number} of {indicators} were found {status}",
    "check.your-reason": "Your reason: {reason}",
    "check.all-agree": "No given grade differs without a reason.",
    "check.disagree.one": "One given grade differs without a reason: {domains}.",
    "check.disagree.other": "{count} given grades differ without a reason: {domains}.",
    "agreement.nothing-given": (
        "No checklist in the folder has a given grade. Write `given:` in them."
    ),
    "agreement.title.one": "One review, reading {policy}: given grades beside the suggested ones",
    "agreement.title.other": (
        "{count} reviews, reading {policy}: given grades beside the suggested ones"
    ),
    "agreement.all": "all",
    "agreement.given": "given",
    "agreement.short.överensstämmer": "agree",
    "agreement.short.strängare": "stricter",
    "agreement.short.mildare": "milder",
    "agreement.short.inom tolkningsutrymmet": "reading",
    "agreement.short.utanför skalan": "off scale",
    "agreement.short.kan inte avgöras": "open",
    "agreement.reading.one": "One grade follows from the reading {reading}: {domains}.",
    "agreement.reading.other": "{count} grades follow from the reading {reading}: {domains}.",
    "agreement.reasons.one": "One difference has a reason.",
    "agreement.reasons.other": "{count} differences have a reason.",
    "agreement.differs": "{review}, {domain}: given {given}, suggested {suggested}, {verdict}",
}
