"""Calibration: what cannot be given, what the figures are not, and how they are counted."""

PHRASES: dict[str, str] = {
    "calibrate.gaps": "Where no figure is given",
    "calibrate.gaps-about": "A figure that cannot be counted is not filled in. Numbers and "
    "medians stand in the tables all the same.",
    "calibrate.gap": "{scope}: {why}.",
    "calibrate.nots": "What these figures are not",
    "calibrate.not.truth": "The rules are one reading of the printed criteria, not the truth. "
    "Where many differ the same way, the reading may be what is wrong.",
    "calibrate.not.verdict": "To differ is not to be wrong, and to be stricter is not to be "
    "better.",
    "calibrate.not.label": "Here are intervals, and no words such as “good” or “poor”. The borders "
    "of such words are arbitrary, and a wide interval has room for several of them. Where a word "
    "is given, in JSON and with --format figures, it is read from the interval’s lower end and "
    "stands beside it.",
    "calibrate.not.ranking": "This ranks neither raters nor units.",
    "calibrate.not.few": "Few cases give wide intervals. The figures are about the cases that "
    "were rated, and cases like them.",
    "calibrate.not.causes": "Evidence means other ticks. Why the ticks differ, whether by what "
    "was seen or by how the row was read, only the raters know.",
    "calibrate.method": "How the figures are counted",
    "calibrate.method.ac": "Gwet's AC1 and AC2: Gwet (2008), Computing inter-rater reliability "
    "and its variance in the presence of high agreement, British Journal of Mathematical and "
    "Statistical Psychology 61.",
    "calibrate.method.alpha": "Krippendorff's alpha: Krippendorff (2011), Computing "
    "Krippendorff’s Alpha-Reliability. Nominal counts all differences alike, ordinal by how far "
    "they lie apart.",
    "calibrate.method.kappa": "Cohen's weighted kappa: Cohen (1968), Weighted kappa, "
    "Psychological Bulletin 70. Given for exactly two raters.",
    "calibrate.method.bp": "Brennan–Prediger: Brennan and Prediger (1981), Coefficient kappa: "
    "some uses, misuses, and alternatives, Educational and Psychological Measurement 41.",
    "calibrate.method.intervals": "The jackknife leaves out one case at a time. The bootstrap "
    "draws cases with replacement: Efron and Tibshirani (1993), An Introduction to the Bootstrap. "
    "Where a single interval is shown it is the jackknife's, which allows for few cases.",
    "calibrate.method.missing": "What is missing is not counted as an answer. A grade that the "
    "domain's scale does not have is counted apart.",
    "calibrate.method.split": "The split grades each rater's own ticks anew by the same rules and "
    "reading, and compares that with the grade that the rater gave.",
    "calibrate.footer": "Made by spur_rules {version}. The same input and the same seed give the "
    "same page.",
    "calibrate.left-out": "Pictures and all tables: spur-rules calibrate … -o report.html",
    "calibrate.left-out-figures": "All measures with intervals: spur-rules calibrate … --format "
    "figures",
    "calibrate.wrote": "Wrote {file}.",
}
