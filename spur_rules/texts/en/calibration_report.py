"""Calibration: the lead, what to talk about, and what is evidence and what is judgement."""

PHRASES: dict[str, str] = {
    "calibrate.title": "Calibration: what the raters saw apart, and what they judged apart",
    "calibrate.reviews.one": "{count} review",
    "calibrate.reviews.other": "{count} reviews",
    "calibrate.cases.one": "{count} case",
    "calibrate.cases.other": "{count} cases",
    "calibrate.raters.one": "{count} rater",
    "calibrate.raters.other": "{count} raters",
    "calibrate.pairs.one": "{count} pair",
    "calibrate.pairs.other": "{count} pairs",
    "calibrate.lead": "{reviews} of {cases}, made by {raters}.",
    "calibrate.lead-missing.one": "{count} of {possible} possible reviews is missing.",
    "calibrate.lead-missing.other": "{count} of {possible} possible reviews are missing.",
    "calibrate.lead-made": "Reading: {policy}. {catalog}, {rules}, spur_rules {version}. All "
    "intervals are 95% intervals; {samples} samples of cases, seed {seed}.",
    "calibrate.found-none": "No two raters have graded the same domain of the same case. There is "
    "nothing to compare.",
    "calibrate.found-same": "In all {pairs} the grade is the same.",
    "calibrate.found": "A pair is two raters' grades of the same domain of the same case. In "
    "{different} of {pairs} the grades differ: {causes}.",
    "calibrate.cause.same_ticks_other_grade": "{pairs} with the same ticks, a matter of judgement",
    "calibrate.cause.explained_by_ticks": "{pairs} in which other ticks explain all of it",
    "calibrate.cause.not_explained_by_ticks": "{pairs} in which the ticks differ without "
    "explaining the grades",
    "calibrate.cause.open_because_unknown": "{pairs} in which rows that are ej bedömt leave it "
    "open",
    "calibrate.talk": "Talk about these",
    "calibrate.talk-about": "First comes what would make most pairs agree, with the case in which "
    "it shows best. One and the same pair may stand under several points.",
    "calibrate.talk-none": "There is no single row or reading here that would make any pair agree.",
    "calibrate.talk.row": "{topic} ({norm}) in {case}: did you see different things, or do you "
    "read the row differently? {settles}.",
    "calibrate.talk.parameter": "{topic} in domain {domain}, for instance in {case}: what shall "
    "the printed words mean? {settles}.",
    "calibrate.talk.grade": "Domain {domain} in {case}: the same ticks were given grades that no "
    "reading of the criteria gives. What did you weigh in? It is about {pairs}.",
    "calibrate.settles": "The question settles {here} in the case and {all} in all cases",
    "calibrate.settles-here": "The question settles {here}",
    "calibrate.quoted": "”{text}”",
    "calibrate.rows": "All rows that were ticked differently",
    "calibrate.row": "Row",
    "calibrate.norm": "Kind",
    "calibrate.differing": "Pairs with other ticks",
    "calibrate.settled": "Agree once the row is settled",
    "calibrate.possibly": "Agree for one of the answers only",
    "calibrate.readings": "All readings that the same ticks may hang on",
    "calibrate.reading": "Reading",
    "calibrate.domain": "Domain",
    "calibrate.domains-all": "All domains",
    "calibrate.every-domain": "all",
    "calibrate.brought": "Agree once the reading is fixed",
    "calibrate.settling": "Of {pairs} in which the ticks explain the difference, settling a "
    "single row is enough in {by_row}. In {by_tick} it is enough only if the row is settled one "
    "way, and in {by_more} it takes more than one row.",
    "calibrate.judging": "Of {pairs} with the same ticks but other grades, both grades follow "
    "from values of one and the same reading in {by_one}. In {by_more} it takes more than one "
    "reading, and in {by_none} at least one of the grades follows from no reading that was tried.",
    "calibrate.split": "Evidence or judgement?",
    "calibrate.split-about": "The rules grade each rater's own ticks. So it can be seen whether "
    "two grades differ because the raters saw different things (evidence) or because they weighed "
    "the same thing differently (judgement).",
    "calibrate.split-shares": "How the pairs fall out",
    "calibrate.split-axis": "share of the pairs",
    "calibrate.kind": "Kind of pair",
    "calibrate.kind.same_ticks_same_grade": "Same ticks, same grade",
    "calibrate.kind.same_ticks_other_grade": "Same ticks, other grade (judgement)",
    "calibrate.kind.other_ticks_same_grade": "Other ticks, same grade",
    "calibrate.kind.explained_by_ticks": "Other ticks, other grade: the ticks explain it "
    "(evidence)",
    "calibrate.kind.not_explained_by_ticks": "Other ticks, other grade: the ticks do not explain "
    "it",
    "calibrate.kind.open_because_unknown": "Other ticks, other grade: it cannot be said",
    "calibrate.number": "Number",
    "calibrate.share": "Share",
    "calibrate.split-domains": "The pairs by domain: numbers",
    "calibrate.split-domain-shares": "The pairs by domain: shares with 95% intervals",
    "calibrate.by-rules": "Had each rater given the grade that the rules make of the own ticks, "
    "{share} of the pairs would have had the same grade.",
    "calibrate.judgements": "Same ticks, other grade: case by case",
    "calibrate.judgements-few": "Same ticks, other grade",
    "calibrate.case": "Case",
    "calibrate.rater": "Rater",
    "calibrate.grades": "Grades",
    "calibrate.by-grade": "{grade}: {raters}",
    "calibrate.by-rules-grade": "The rules give",
    "calibrate.follows": "The grade follows from",
    "calibrate.follows-from": "{grade} from {readings}",
    "calibrate.follows-from-none": "{grade} from no reading",
    "calibrate.profile": "the reading {profile}",
    "calibrate.value": "{parameter}: {values}",
}
