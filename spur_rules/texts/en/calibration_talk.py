"""Calibration: what to talk about, point by point."""

PHRASES: dict[str, str] = {
    "calibrate.talk": "Talk about these",
    "calibrate.talk-about": "First comes what would make most pairs agree, with the case in which "
    "it shows best. One and the same pair may stand under several points.",
    "calibrate.talk-none": "There is no single row or reading here that would make any pair agree.",
    "calibrate.talk-more.one": "{count} more question would make pairs agree. All rows and "
    "readings stand in the tables of the page.",
    "calibrate.talk-more.other": "{count} more questions would make pairs agree. All rows and "
    "readings stand in the tables of the page.",
    "calibrate.talk-title.row": "{row} {text}",
    "calibrate.talk-title.parameter": "{topic} (domain {domain})",
    "calibrate.talk-title.grade": "Domain {domain}: grades that do not follow from the ticks",
    "calibrate.talk-title.gap": "Domain {domain}: no printed criterion fits the ticks",
    "calibrate.talk-at-d": "{title} – at the border of D",
    "calibrate.topic.enstaka_undantag.högst": "How many exceptions are ”enstaka”?",
    "calibrate.topic.enstaka_undantag.minsta_andel": "How large a part of the "
    "kvalitetsindikatorer must be met?",
    "calibrate.topic.väsentliga_delar.minsta_andel": "How large a part of the allmänna råd are "
    "”väsentliga delar”?",
    "calibrate.topic.delvis.allmänt_råd": "What does a partly followed allmänt råd count as?",
    "calibrate.topic.delvis.kvalitetsindikator": "What does a partly met kvalitetsindikator count "
    "as?",
    "calibrate.depends.enstaka_undantag.högst": "how many exceptions are enstaka",
    "calibrate.depends.enstaka_undantag.minsta_andel": "how large a part of the "
    "kvalitetsindikatorer must be met",
    "calibrate.depends.väsentliga_delar.minsta_andel": "how large a part of the allmänna råd are "
    "väsentliga delar",
    "calibrate.depends.delvis.allmänt_råd": "what a partly followed allmänt råd counts as",
    "calibrate.depends.delvis.kvalitetsindikator": "what a partly met kvalitetsindikator counts as",
    "calibrate.talk-question.row": "Did you see different things, or do you read the row "
    "differently?",
    "calibrate.talk-question.grade": "What did you weigh in?",
    "calibrate.talk-question.gap": "Which grade do you want in such a place? ({because})",
    "calibrate.talk-printed": "Is there room for this in ”{text}”?",
    "calibrate.talk-not-printed": "What shall hold? The printed scales do not say it.",
    "calibrate.also": "May also depend on: {parameters}.",
    "calibrate.grade": "Grade {letter}",
    "calibrate.side": "{answer}: {raters}.",
    "calibrate.sides": "{case}. {sides}",
    "calibrate.settles": "In {case} the question settles {here}; in all cases {all}.",
    "calibrate.settles-everywhere": "In domain {domain} of {case} the question settles {here}; in "
    "all domains and cases {all}.",
    "calibrate.settles-here": "The question settles {here}.",
    "calibrate.of-grade": "In {case} it is about {here}; in all cases {all}.",
    "calibrate.of-grade-here": "It is about {here}.",
    "calibrate.stands": "The raters in every point",
    "calibrate.point": "Point",
    "calibrate.answer": "Answer",
    "calibrate.who": "Raters",
}
