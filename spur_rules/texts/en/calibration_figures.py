"""Calibration: agreement, pictures and severity."""

PHRASES: dict[str, str] = {
    "calibrate.percent": "{figure}%",
    "calibrate.percent-interval": "{figure}% ({low} to {high})",
    "calibrate.figure-interval": "{figure} ({low} to {high})",
    "calibrate.no-interval": "{figure} (no interval)",
    "calibrate.why.nothing_rated": "nothing is rated",
    "calibrate.why.one_rater": "one rater only",
    "calibrate.why.no_overlap": "no two raters have rated the same thing",
    "calibrate.why.one_case": "one case only",
    "calibrate.why.one_answer": "all answers that can be compared are alike",
    "calibrate.why.not_two_raters": "the measure is for exactly two raters",
    "calibrate.why.unordered": "the answers have no order",
    "calibrate.why.small_group": "too few to be shown",
    "calibrate.why.not_linked": "no cases in common link them",
    "calibrate.agreement": "How alike do the raters grade?",
    "calibrate.agreement-about": "Gwet's AC2 measures how much more often the raters agree than "
    "chance would have it, and counts a neighbour on the scale as nearly agreed. 1 is full "
    "agreement, 0 is what chance gives.",
    "calibrate.agreement-picture": "Agreement in grades: Gwet's AC2 with 95% intervals",
    "calibrate.agreement-table": "Grades: numbers and share in agreement",
    "calibrate.coefficients-of": "All measures of agreement: {what}",
    "calibrate.of-grades": "grades",
    "calibrate.of-binding": "D or not D",
    "calibrate.of-norms": "ticks by kind of row",
    "calibrate.of-indicators": "ticks row by row",
    "calibrate.not-d": "not D",
    "calibrate.scope": "What",
    "calibrate.all": "All",
    "calibrate.coefficient": "Measure",
    "calibrate.figure": "Value",
    "calibrate.jackknife": "Jackknife",
    "calibrate.bootstrap": "Bootstrap",
    "calibrate.undefined": "Samples without a value",
    "calibrate.n-cases": "Cases",
    "calibrate.n-raters": "Raters",
    "calibrate.n-rated": "Answers",
    "calibrate.n-missing": "Missing",
    "calibrate.n-off-scale": "Off scale",
    "calibrate.n-pairs": "Pairs",
    "calibrate.median": "Median",
    "calibrate.exact": "In full agreement",
    "calibrate.within-one": "At most one step apart",
    "calibrate.coefficient.gwet_ac1": "Gwet's AC1",
    "calibrate.coefficient.gwet_ac2": "Gwet's AC2 (ordinal weights)",
    "calibrate.coefficient.krippendorff_alpha_nominal": "Krippendorff's alpha, nominal",
    "calibrate.coefficient.krippendorff_alpha_ordinal": "Krippendorff's alpha, ordinal",
    "calibrate.coefficient.brennan_prediger": "Brennan–Prediger",
    "calibrate.coefficient.brennan_prediger_ordinal": "Brennan–Prediger (ordinal weights)",
    "calibrate.coefficient.cohen_kappa_linear": "Cohen's weighted kappa, linear",
    "calibrate.coefficient.cohen_kappa_quadratic": "Cohen's weighted kappa, quadratic",
    "calibrate.binding": "D or not D",
    "calibrate.binding-about": "D means that shortcomings have been shown in following the "
    "föreskrifter, and that measures are required. So the border to D is told apart.",
    "calibrate.binding-picture": "Agreement about D: Gwet's AC1 with 95% intervals",
    "calibrate.binding-table": "D or not D: numbers and share in agreement",
    "calibrate.norms": "Ticks by kind of row",
    "calibrate.norms-about": "Here the ticks are compared, not the grades. The answers are "
    "uppfyllt, på annat sätt, delvis, ej uppfyllt and ej tillämpligt.",
    "calibrate.norms-picture": "Agreement in ticks: Gwet's AC1 with 95% intervals",
    "calibrate.norms-table": "Ticks by kind of row: numbers and share in agreement",
    "calibrate.indicators-table": "Ticks row by row: numbers and share in agreement",
    "calibrate.confusion": "What is taken for what?",
    "calibrate.confusion-about": "Each pair is counted both ways round. The cells on the diagonal "
    "are pairs that agree.",
    "calibrate.confusion-table": "{scope}: the one's grade against the other's",
    "calibrate.confusion-norm": "{scope}: the one's tick against the other's",
    "calibrate.either": "The one",
    "calibrate.maps": "Who differs where?",
    "calibrate.case-map": "Raters and cases: number of domains with another grade than the middle",
    "calibrate.case-map-about": "The darker the cell, the more domains the rater has graded "
    "otherwise than the middle (the median) of all grades of the case. To differ is not to be "
    "wrong.",
    "calibrate.case-map-sorted": "Raters and cases that differ the most come first.",
    "calibrate.domains-zero": "no domain",
    "calibrate.domains-most.one": "{count} domain",
    "calibrate.domains-most.other": "{count} domains",
    "calibrate.nothing-case": "nothing to compare",
    "calibrate.indicator-map": "Raters and rows: share of cases (%) ticked otherwise than the "
    "most common",
    "calibrate.indicator-map-about": "The darker the cell, the more often the rater has ticked "
    "the row otherwise than the most common tick of the case. Cases in which no tick is the most "
    "common are left out.",
    "calibrate.letters": "Grades given in domain {domain}",
    "calibrate.indicator": "Row",
    "calibrate.severity": "How strict are the raters?",
    "calibrate.severity-about": "Plus is stricter: on average the grade lies so many steps below. "
    "Against the rules means: compared with what the rules make of the rater's own ticks. Against "
    "the others means: compared with those who graded the same cases, allowing for which cases "
    "they were.",
    "calibrate.against-rules": "Against the rules: steps on the scale, with 95% intervals",
    "calibrate.against-peers": "Against the others: steps on the scale, with 95% intervals",
    "calibrate.severity-axis": "steps: plus is stricter, minus is milder",
    "calibrate.severity-table": "Severity: all figures",
    "calibrate.rules": "Against the rules",
    "calibrate.peers": "Against the others",
    "calibrate.ticks-peers": "Ticks against the others",
    "calibrate.n-grades": "Grades",
    "calibrate.n-ranges": "With a range",
    "calibrate.group": "Group",
    "calibrate.linked": "Cases in common link all raters. Their figures can be held against each "
    "other.",
    "calibrate.not-linked": "Cases in common link the raters in {number} groups: {groups}. "
    "Figures of different groups cannot be held against each other.",
    "calibrate.weak-link": "Without {case} group {group} falls apart. Let more raters review the "
    "same cases.",
    "calibrate.suppressed": "No figure is shown for a rater with fewer than {grades} grades that "
    "can be compared, or where fewer than {raters} raters have so many. A figure beside a name "
    "reads as a judgement of a person, and so little does not bear one. The grades themselves are "
    "shown elsewhere in the report.",
}
