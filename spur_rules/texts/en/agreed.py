"""How alike raters answer: figures, intervals, words for them, and why there is no figure."""

PHRASES: dict[str, str] = {
    "agreed.point": ".",
    "agreed.figure": "{figure} [{low}, {high}]",
    "agreed.percent": "{figure} %",
    "agreed.percent-interval": "{figure} % [{low}, {high}]",
    "agreed.none": "–",
    "agreed.overall": "all",
    "agreed.not_D": "not D",
    "agreed.level.not_beyond_chance": "none",
    "agreed.level.slight": "slight",
    "agreed.level.fair": "fair",
    "agreed.level.moderate": "moderate",
    "agreed.level.substantial": "substantial",
    "agreed.level.almost_perfect": "almost perfect",
    "agreed.why.nothing_rated": "Nothing is given or ticked, so there is nothing to compare.",
    "agreed.why.one_rater": "One rater only. It takes two to compare.",
    "agreed.why.no_overlap": "No two raters have answered about the same thing, so there is "
    "nothing to compare.",
    "agreed.why.one_case": "No coefficient: one case only. A single case does not show whether "
    "raters can tell cases apart.",
    "agreed.why.one_answer": "No coefficient: everybody gave {answer}, so there is nothing to "
    "hold the agreement against.",
    "agreed.why.no_d": "No coefficient: nobody gave D, so there is nothing to hold the agreement "
    "against.",
    "agreed.why.one_answer_shared": "No coefficient: all answers that can be compared are the "
    "same, so there is nothing to hold the agreement against.",
    "agreed.why.not_two_raters": "No weighted kappa: it is for exactly two raters.",
    "agreed.why.unordered": "The answers have no order, or are only two, so the distance between "
    "them says nothing more.",
    "agreed.why.small_group": "The group is too small to be shown.",
    "agreed.why.not_linked": "No cases in common link the raters.",
    "agreed.no-interval": "No interval: the cases are too few, or all say the same.",
    "agreed.about": "{scopes}: {sentence}",
    "agreed.title": "Agreement between raters",
    "agreed.intervals.one": "In brackets: 95 % intervals (jackknife over cases). Bootstrap "
    "intervals of one sample (seed {seed}) are in JSON and CSV. The word last on the line is "
    "what the interval's lower end bears out (Landis and Koch 1977). It holds only with the "
    "interval beside it.",
    "agreed.intervals.other": "In brackets: 95 % intervals (jackknife over cases). Bootstrap "
    "intervals of {count} samples (seed {seed}) are in JSON and CSV. The word last on the line "
    "is what the interval's lower end bears out (Landis and Koch 1977). It holds only with the "
    "interval beside it.",
    "agreed.given": "Given grades: how often two raters give the same",
    "agreed.given-chance": "Given grades: agreement beyond chance",
    "agreed.binding": "D or not D: D means a föreskrift is not followed and action is required",
    "agreed.norms": "Ticks: how often two raters tick the same",
    "agreed.norms-chance": "Ticks: agreement beyond chance",
    "agreed.least.one": "The indicator whose ticks differ most often",
    "agreed.least.other": "The {count} indicators whose ticks differ most often",
    "agreed.cases": "cases",
    "agreed.pairs": "pairs",
    "agreed.missing": "missing",
    "agreed.median": "median",
    "agreed.exact": "the same",
    "agreed.within-one": "within 1 step",
    "agreed.ac1": "Gwet's AC1",
    "agreed.ac2": "Gwet's AC2",
    "agreed.alpha": "Krippendorff's alpha",
    "agreed.label": "AC2: at least",
    "agreed.label-nominal": "AC1: at least",
    "agreed.number-of-d": "D given",
    "agreed.mostly": "Mostly {one} against {other}: {number} of {of} pairs that differ.",
    "agreed.off-scale.one": "One given grade is not on the domain's scale ({scopes}). It is left "
    "out.",
    "agreed.off-scale.other": "{number} given grades are not on the domain's scale ({scopes}). "
    "They are left out.",
    "agreed.not-on-steps.one": "One tick says not applicable ({scopes}). It counts under “the "
    "same”, but not under “within 1 step”, AC2 and alpha.",
    "agreed.not-on-steps.other": "{number} ticks say not applicable ({scopes}). They count under "
    "“the same”, but not under “within 1 step”, AC2 and alpha.",
    "agreed.nothing-differs": "No tick differs between raters of the same case.",
}
