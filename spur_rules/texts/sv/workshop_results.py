"""Vad en workshop ger: mått, profil, tillägg, och hur en bedömare rör sig mellan workshoppar."""

PHRASES: dict[str, str] = {
    "workshop-figures.title": "Så eniga är graderingarna",
    "workshop-figures.change": "Samma mått på dem som lämnade in i båda omgångarna",
    "workshop-figures.head.figure": "Mått",
    "workshop-figures.head.value": "Värde",
    "workshop-figures.head.interval": "95 % konfidensintervall",
    "workshop-figures.head.before": "Före",
    "workshop-figures.head.after": "Efter",
    "workshop-figures.exact": "Andel lika",
    "workshop-figures.gwet_ac2": "Gwets AC2",
    "workshop-figures.krippendorff_alpha_ordinal": "Krippendorffs alfa, ordinal",
    "workshop-figures.none.nothing_rated": "inget att jämföra",
    "workshop-figures.none.one_rater": "bara en bedömare",
    "workshop-figures.none.no_overlap": "inget fall har två bedömare",
    "workshop-figures.none.one_case": "bara ett fall",
    "workshop-figures.none.one_answer": (
        "alla svar som kan jämföras är lika, så inget visar att fallen skiljs åt"
    ),
    "workshop-figures.none.not_two_raters": "fler än två bedömare",
    "workshop-figures.none.small_group": "för få bedömare eller graderingar",
    "workshop-figures.none.not_linked": "bedömarna har inga fall gemensamt",
    "workshop-figures.percent": "{share} %",
    "workshop-figures.range": "{low} till {high} %",
    "workshop-figures.no-interval": "för få fall för ett intervall",
    "workshop-split.title": "Kryss eller omdöme: par av bedömare, fall och domän",
    "workshop-split.head.kind": "Paret",
    "workshop-split.head.pairs": "Antal",
    "workshop-split.head.share": "Andel",
    "workshop-split.same_ticks_same_grade": "samma kryss, samma gradering",
    "workshop-split.same_ticks_other_grade": "samma kryss, olika gradering: omdöme",
    "workshop-split.other_ticks_same_grade": "olika kryss, samma gradering",
    "workshop-split.explained_by_ticks": "olika gradering som följer av kryssen",
    "workshop-split.not_explained_by_ticks": "olika gradering som inte följer av kryssen",
    "workshop-split.open_because_unknown": "kan inte avgöras: rader är inte bedömda",
    "workshop-profile.title": "Beslut på workshopen {title}",
    "workshop-profile.reason": (
        "Beslutat på workshopen ”{title}”, {day}. {reasons} Loggens kontrollsumma: {head}."
    ),
    "workshop-profile.one-reason": "{setting}: {because}.",
    "workshop-profile.policy": "Läsningen, för --policy: {policy}",
    "workshop-profile.rules": ("Profilen {name} finns i {file}, regler {rules}. Gradera med den:"),
    "workshop-profile.paste": "Som profil, att sätta under profiles i reglerna:",
    "workshop-profile.overlay.one": "{count} beslut om en rad finns som anmärkning i {file}.",
    "workshop-profile.overlay.other": "{count} beslut om rader finns som anmärkningar i {file}.",
    "workshop-profile.rest.one": (
        "{count} beslut om en rad blir en anmärkning med --to-overlay FIL."
    ),
    "workshop-profile.rest.other": (
        "{count} beslut om rader blir anmärkningar med --to-overlay FIL."
    ),
    "workshop-profile.overlay-title": "Läsningar från workshopen {title}",
    "workshop-profile.note": "{text} (workshopen ”{title}”, {day})",
    "workshop-profile.note-because": "{text} Skäl: {because} (workshopen ”{title}”, {day})",
    "drift.title": "{rater} över tid",
    "drift.lead.one": "{count} workshop, omgång 1: det som var och en graderade ensam.",
    "drift.lead.other": "{count} workshoppar, omgång 1: det som var och en graderade ensam.",
    "drift.lead-last.one": "{count} workshop, sista visade omgången.",
    "drift.lead-last.other": "{count} workshoppar, sista visade omgången i var och en.",
    "drift.sign": "Plus är strängare (sämre gradering), i steg på skalan.",
    "drift.rules": "Mot reglerna",
    "drift.peers": "Mot de andra",
    "drift.median": "Samma gradering som de andras median",
    "drift.head.workshop": "Workshop",
    "drift.head.day": "Började",
    "drift.head.grades": "Graderingar",
    "drift.head.value": "Steg",
    "drift.head.interval": "95 % konfidensintervall",
    "drift.head.same": "Lika",
    "drift.change.none": "Det går inte att säga om {rater} har ändrat sig: {why}.",
    "drift.change.within": (
        "Från första till sista: {change} steg. Det ryms i osäkerheten ({low} till {high})."
    ),
    "drift.change.beyond": (
        "Från första till sista: {change} steg. Det är mer än osäkerheten bär ({low} till {high})."
    ),
    "drift.change.needs-two": "det behövs två workshoppar med värde",
    "drift.change.interval": "ett värde saknar intervall",
    "drift.absent": "inte med",
    "drift.small": "för få bedömare eller graderingar (minst {least} graderingar behövs)",
    "drift.catalogs": (
        "Workshopparna har olika kataloger eller regler. Graderingarna kan då betyda olika saker."
    ),
}
