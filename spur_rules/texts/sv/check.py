"""Given grades held against suggested ones."""

PHRASES: dict[str, str] = {
    "check.title": "Given gradering mot föreslagen",
    "check.domain": "domän",
    "check.given": "given",
    "check.suggested": "förslag",
    "check.verdict": "utfall",
    "check.nothing-given": (
        "Ingen given gradering att pröva. Skriv `given:` i checklistan eller ange --given H=C."
    ),
    "check.not-given": "Utan given gradering: {domains}.",
    "verdict.överensstämmer": "överensstämmer",
    "verdict.strängare": "strängare",
    "verdict.mildare": "mildare",
    "verdict.inom tolkningsutrymmet": "inom tolkningsutrymmet",
    "verdict.utanför skalan": "utanför skalan",
    "verdict.kan inte avgöras": "kan inte avgöras",
    "check.direction": "{verdict} ({direction})",
    "check.with-reason": "{verdict}, med skäl",
    "check.after.handlingsplan": "Den givna graderingen är den som gäller efter handlingsplanen.",
    "check.after.faktakorrigering": (
        "Den givna graderingen är den som gäller efter faktakorrigeringen."
    ),
    "check.off-scale": "Skalan i domän {domain} har inte {grade}. Den har {scale}.",
    "check.undecided": "Förslaget är öppet mellan {best} och {worst}. Avgörs av: {indicators}.",
    "check.given-by": "Den följer av en annan läsning: {readings}.",
    "check.passes-over": "Avvikelsen beror på {indicators}.",
    "check.without": "Vore {indicators} uppfyllt skulle graderingen bli {grade}.",
    "check.weighs-more.one": "Noterad brist i domänen: {indicators}.",
    "check.weighs-more.other": "Noterade brister i domänen: {indicators}.",
    "check.nothing-found": "Ingen brist är noterad i domänen.",
    "check.would-follow": "{grade} skulle följa om {changes}.",
    "check.could-follow": "{grade} skulle till exempel följa om {changes}.",
    "check.no-ticks": "Inga andra svar skulle ge {grade}.",
    "check.too-many": "Vilka andra svar som skulle ge {grade} är för många att pröva.",
    "check.becomes": "{indicators} bedömdes som {status}",
    "check.one-of-becomes": "minst {number} av {indicators} bedömdes som {status}",
    "check.your-reason": "Ert skäl: {reason}",
    "check.all-agree": "Ingen given gradering avviker utan skäl.",
    "check.disagree.one": "En given gradering avviker utan skäl: {domains}.",
    "check.disagree.other": "{count} givna graderingar avviker utan skäl: {domains}.",
    "agreement.nothing-given": (
        "Ingen checklista i mappen har en given gradering. Skriv `given:` i dem."
    ),
    "agreement.title.one": "En granskning, läsning {policy}: given gradering mot föreslagen",
    "agreement.title.other": (
        "{count} granskningar, läsning {policy}: given gradering mot föreslagen"
    ),
    "agreement.all": "alla",
    "agreement.given": "givna",
    "agreement.short.överensstämmer": "överens",
    "agreement.short.strängare": "strängare",
    "agreement.short.mildare": "mildare",
    "agreement.short.inom tolkningsutrymmet": "tolkn.",
    "agreement.short.utanför skalan": "utanför",
    "agreement.short.kan inte avgöras": "öppet",
    "agreement.reading.one": "En gradering följer av läsningen {reading}: {domains}.",
    "agreement.reading.other": "{count} graderingar följer av läsningen {reading}: {domains}.",
    "agreement.reasons.one": "En avvikelse har ett skäl.",
    "agreement.reasons.other": "{count} avvikelser har ett skäl.",
    "agreement.differs": "{review}, {domain}: given {given}, förslag {suggested}, {verdict}",
}
