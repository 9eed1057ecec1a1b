"""What a workshop gives: figures, a profile, an overlay, and how a rater drifts."""

PHRASES: dict[str, str] = {
    "workshop-figures.title": "How far the grades agree",
    "workshop-figures.change": "The same figures for those who handed in in both rounds",
    "workshop-figures.head.figure": "Figure",
    "workshop-figures.head.value": "Value",
    "workshop-figures.head.interval": "95% confidence interval",
    "workshop-figures.head.before": "Before",
    "workshop-figures.head.after": "After",
    "workshop-figures.exact": "Share the same",
    "workshop-figures.gwet_ac2": "Gwet's AC2",
    "workshop-figures.krippendorff_alpha_ordinal": "Krippendorff's alpha, ordinal",
    "workshop-figures.none.nothing_rated": "nothing to compare",
    "workshop-figures.none.one_rater": "one rater only",
    "workshop-figures.none.no_overlap": "no case has two raters",
    "workshop-figures.none.one_case": "one case only",
    "workshop-figures.none.one_answer": (
        "all answers that can be compared are alike, so nothing shows that cases are told apart"
    ),
    "workshop-figures.none.not_two_raters": "more than two raters",
    "workshop-figures.none.small_group": "too few raters or grades",
    "workshop-figures.none.not_linked": "the raters have no cases in common",
    "workshop-figures.percent": "{share}%",
    "workshop-figures.range": "{low} to {high}%",
    "workshop-figures.no-interval": "too few cases for an interval",
    "workshop-split.title": "Ticks or judgement: pairs of raters, by case and domain",
    "workshop-split.head.kind": "The pair",
    "workshop-split.head.pairs": "Number",
    "workshop-split.head.share": "Share",
    "workshop-split.same_ticks_same_grade": "same ticks, same grade",
    "workshop-split.same_ticks_other_grade": "same ticks, other grade: judgement",
    "workshop-split.other_ticks_same_grade": "other ticks, same grade",
    "workshop-split.explained_by_ticks": "other grade that follows from the ticks",
    "workshop-split.not_explained_by_ticks": "other grade that does not follow from the ticks",
    "workshop-split.open_because_unknown": "cannot be told: rows are not assessed",
    "workshop-profile.title": "Decisions of the workshop {title}",
    "workshop-profile.reason": (
        "Decided at the workshop “{title}”, {day}. {reasons} The log's checksum: {head}."
    ),
    "workshop-profile.one-reason": "{setting}: {because}.",
    "workshop-profile.policy": "The reading, for --policy: {policy}",
    "workshop-profile.rules": "The profile {name} is in {file}, rules {rules}. Grade with it:",
    "workshop-profile.paste": "As a profile, to be put under profiles in the rules:",
    "workshop-profile.overlay.one": "{count} decision about a row is a note in {file}.",
    "workshop-profile.overlay.other": "{count} decisions about rows are notes in {file}.",
    "workshop-profile.rest.one": (
        "{count} decision about a row becomes a note with --to-overlay FILE."
    ),
    "workshop-profile.rest.other": (
        "{count} decisions about rows become notes with --to-overlay FILE."
    ),
    "workshop-profile.overlay-title": "Readings of the workshop {title}",
    "workshop-profile.note": "{text} (the workshop “{title}”, {day})",
    "workshop-profile.note-because": "{text} Reason: {because} (the workshop “{title}”, {day})",
    "drift.title": "{rater} over time",
    "drift.lead.one": "{count} workshop, round 1: what everybody graded alone.",
    "drift.lead.other": "{count} workshops, round 1: what everybody graded alone.",
    "drift.lead-last.one": "{count} workshop, the last revealed round.",
    "drift.lead-last.other": "{count} workshops, the last revealed round of each.",
    "drift.sign": "Plus is stricter (a worse grade), in steps on the scale.",
    "drift.rules": "Against the rules",
    "drift.peers": "Against the others",
    "drift.median": "The same grade as the others' median",
    "drift.head.workshop": "Workshop",
    "drift.head.day": "Begun",
    "drift.head.grades": "Grades",
    "drift.head.value": "Steps",
    "drift.head.interval": "95% confidence interval",
    "drift.head.same": "Same",
    "drift.change.none": "It cannot be told whether {rater} has changed: {why}.",
    "drift.change.within": (
        "From the first to the last: {change} steps. The uncertainty has room for it"
        " ({low} to {high})."
    ),
    "drift.change.beyond": (
        "From the first to the last: {change} steps. It is more than the uncertainty carries"
        " ({low} to {high})."
    ),
    "drift.change.needs-two": "two workshops with a figure are needed",
    "drift.change.interval": "a figure has no interval",
    "drift.absent": "not there",
    "drift.small": "too few raters or grades (at least {least} grades are needed)",
    "drift.catalogs": (
        "The workshops have different catalogs or rules. The grades may mean different things."
    ),
}
