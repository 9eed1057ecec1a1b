"""How many cases and raters a workshop needs."""

PHRASES: dict[str, str] = {
    "size.title": "How many cases are needed?",
    "size.asked": "Wanted: a 95 % interval at most {width} wide, for {coefficient}.",
    "size.of-all": "All {number} domains together",
    "size.of-one": "One domain on its own",
    "size.of-domain": "Domain {domain}: {title}",
    "size.raters": "raters",
    "size.in-mean": "cases, on average",
    "size.assured": "cases, 4 times of 5",
    "size.each": "grades each",
    "size.beyond": "more than {most}",
    "size.widths": "How wide the interval is on average, with so many cases",
    "size.none": "–",
    "size.none-means": "– means that there is often no interval with so few cases.",
    "size.how-read": (
        "With the number in the first column of cases the interval is so narrow on average. With"
        " that in the second it is so narrow in four workshops of five. The last column is how many"
        " grades each rater then gives."
    ),
    "size.with-error": "{cases} ± {error}",
    "size.error": (
        "± is the error of the simulation ({trials} of each size): more, with --simulations, make"
        " it smaller."
    ),
    "size.no-width": (
        "{mark} Here it is not the width that decides: with fewer cases more than 5 % of the"
        " workshops have no interval, because all agree."
    ),
    "size.least": "{mark} Fewer than {least} cases are not tried.",
    "size.assumed": "Assumed",
    "size.estimated": "Estimated from {panel}",
    "size.agreement": "Two raters give the same grade {agreement} times of 100.",
    "size.prevalence": "How common the grades are: {shares}.",
    "size.severity": (
        "Of what parts the raters, {share} % is severity that is always the same in a rater. The"
        " rest is chance."
    ),
    "size.case-effect": (
        "The domains of a case go together: the correlation is {correlation} (0 not at all, 1"
        " wholly)."
    ),
    "size.missing": "{share} % of the grades are left out.",
    "size.all-grade": "All raters grade all cases.",
    "size.drawn": (
        "Simulated: {trials} workshops of each size, seed {seed}. The same seed gives the same"
        " answer. The interval is the jackknife's, over cases. It says what the figure would be"
        " with other cases, graded by the same raters."
    ),
    "size.coverage": (
        "With few cases the interval holds less than it promises. In a simulation with six raters"
        " and one domain it held the right value 88–91 times of 100 at 5–12 cases, not 95. The"
        " width is counted without cutting the ends at 1, as they are where an interval is shown."
    ),
    "size.coefficient.gwet_ac2": "Gwet's AC2",
    "size.coefficient.gwet_ac1": "Gwet's AC1",
    "size.coefficient.krippendorff_alpha_ordinal": "Krippendorff's alpha (ordinal)",
    "size.coefficient.krippendorff_alpha_nominal": "Krippendorff's alpha (nominal)",
    "size.coefficient.brennan_prediger_ordinal": "Brennan–Prediger (ordinal weights)",
    "size.coefficient.brennan_prediger": "Brennan–Prediger",
}
