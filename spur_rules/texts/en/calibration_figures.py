"""Calibration: agreement, pictures and severity."""

PHRASES: dict[str, str] = {
    "calibrate.percent": "{figure}%",
    "calibrate.percent-interval": "{figure}% ({low} to {high})",
    "calibrate.figure-interval": "{figure} ({low} to {high})",
    "calibrate.no-interval": "{figure} (no interval)",
    "calibrate.interval-missing": "no interval",
    "calibrate.interval-why": "There is no interval where all cases say the same or the cases are "
    "too few.",
    "calibrate.why.nothing_rated": "nothing is rated",
    "calibrate.why.one_rater": "one rater only",
    "calibrate.why.no_overlap": "no two raters have rated the same thing",
    "calibrate.why.one_case": "one case only",
    "calibrate.why.one_answer": "all answers that can be compared are alike",
    "calibrate.why.all": "all: {answer}",
    "calibrate.why.not_two_raters": "the measure is for exactly two raters",
    "calibrate.why.unordered": "the answers have no order",
    "calibrate.why.small_group": "too few to be shown",
    "calibrate.why.not_linked": "no cases in common link them",
    "calibrate.agreement": "How alike do the raters grade?",
    "calibrate.agreement-about": "Exact agreement is the share of pairs with the same grade. "
    "Gwets AC2 and Krippendorffs alfa allow for chance and count neighbours on the scale as "
    "nearly agreed: 1 is full agreement, 0 is what chance gives. AC2 may be high though few pairs "
    "agree, and alfa low though nearly all do. Read them together.",
    "calibrate.agreement-beside": "Grades: the figures side by side, with 95% intervals",
    "calibrate.short-domain": "Domain {letter}",
    "calibrate.short-ac2": "Gwets AC2",
    "calibrate.short-alpha": "Alfa, ordinal",
    "calibrate.dash-interval": "{figure} (–)",
    "calibrate.agreement-picture": "Exact agreement: share of pairs with the same grade, with 95% "
    "intervals",
    "calibrate.agreement-table": "Grades: numbers and share in agreement",
    "calibrate.coefficients-of": "All measures of agreement: {what}",
    "calibrate.of-grades": "grades",
    "calibrate.of-binding": "grade D or not",
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
    "calibrate.binding": "Grade D or not",
    "calibrate.binding-about": "Grade D means that shortcomings against föreskrifter have been "
    "shown and that measures are required. Therefore the border of D is reported apart.",
    "calibrate.binding-picture": "Agreement on grade D: Gwets AC1 with 95% intervals",
    "calibrate.binding-table": "Grade D or not: counts and share in agreement",
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
    "calibrate.maps": "Where do the reviews differ?",
    "calibrate.maps-about": "Every cell holds a rater against each of the others in the same case "
    "and says which share of their answers is another. Where two have reviewed the case, both have "
    "the same figure. To differ is not to be wrong.",
    "calibrate.case-map": "Case by case: share (%) of the others' grades that is another",
    "calibrate.case-map-about": "All domains of the case together. Grades that are not on the "
    "domain's scale are left out.",
    "calibrate.case-map-sorted": "Cases in which the grades differ most come first.",
    "calibrate.nothing-case": "nothing to compare",
    "calibrate.indicator-map": "Row by row: share (%) of the others' ticks that is another",
    "calibrate.indicator-map-domain": "Domain {domain}. {caption}",
    "calibrate.indicator-map-about": "All cases together. Only rows that somebody ticked otherwise "
    "are there.",
    "calibrate.indicator-map-none": "No row is ticked differently in the same case.",
    "calibrate.letters": "Grades given in domain {domain}",
    "calibrate.indicator": "Row",
    "calibrate.severity": "How strict are the raters?",
    "calibrate.severity-about": "Plus is stricter: on average the grade lies so many steps below. "
    "Compared with the rules: with what the rules make of the rater's own ticks. Compared with "
    "the others: with those who graded the same cases, allowing for which cases they were. Raters "
    "stand by name.",
    "calibrate.against-rules": "Compared with the rules: steps on the scale, with 95% intervals",
    "calibrate.against-peers": "Compared with the others: steps on the scale, with 95% intervals",
    "calibrate.severity-axis": "steps: plus is stricter, minus is milder",
    "calibrate.severity-table": "Severity: all figures",
    "calibrate.rules": "Compared with the rules",
    "calibrate.peers": "Compared with the others",
    "calibrate.ticks-peers": "Ticks compared with the others",
    "calibrate.n-grades": "Grades",
    "calibrate.n-ranges": "With a range",
    "calibrate.group": "Group",
    "calibrate.linked": "Cases in common link all raters. Their figures can be held against each "
    "other.",
    "calibrate.linked-none": "Nobody gave any grade. There is nothing to compare.",
    "calibrate.linked-one": "Only one rater gave grades. There is nobody else to compare with.",
    "calibrate.not-graded": "No grade was given by {raters}.",
    "calibrate.not-linked": "Cases in which several graded the same domain link the raters in "
    "{number} groups: {groups}. Figures of different groups cannot be held against each other.",
    "calibrate.weak-link": "Without {case} group {group} falls apart. Let more raters review the "
    "same cases.",
    "calibrate.suppressed": "No figure is shown for a rater with fewer than {grades} grades that "
    "can be compared, or where fewer than {raters} raters have so many. A figure beside a name "
    "reads as a judgement of a person, and so little does not bear one. The grades themselves are "
    "shown elsewhere in the report.",
}
