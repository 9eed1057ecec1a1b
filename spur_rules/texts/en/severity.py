"""How strict raters are, against the rules and against each other."""

PHRASES: dict[str, str] = {
    "severity.title": "How strict are the raters?",
    "severity.about": (
        "In steps on the domain's scale; plus is stricter. In brackets: 95 % interval (jackknife"
        " over cases; bootstrap where there is no jackknife)."
    ),
    "severity.point": ".",
    "severity.figure": "{figure} [{low}; {high}]",
    "severity.rater": "rater",
    "severity.cases": "cases",
    "severity.grades": "grades",
    "severity.ticks": "ticks",
    "severity.rules": "vs the rules",
    "severity.peers": "vs the others",
    "severity.of-grades": "Grades",
    "severity.of-ticks": "Ticks (met 0, partly met 1, not met 2)",
    "severity.group": "Group {number}",
    "severity.rules-are": (
        "Vs the rules: the given grade compared with the one that the rules give the rater's"
        " own ticks."
    ),
    "severity.peers-are": (
        "Vs the others: compared with those who graded the same cases, allowing for which cases"
        " these were."
    ),
    "severity.ranges.one": "One grade is not compared with the rules: the ticks leave a range.",
    "severity.ranges.other": (
        "{count} grades are not compared with the rules: the ticks leave a range."
    ),
    "severity.off-scale.one": "One grade is not on the domain's scale. It is left out.",
    "severity.off-scale.other": (
        "{count} grades are not on the domain's scale. They are left out."
    ),
    "severity.linked-none": "Nobody gave any grade. There is nothing to compare.",
    "severity.linked-one": "Only one rater gave grades.",
    "severity.linked": "Cases in common link all raters.",
    "severity.not-linked": (
        "Cases graded in common link the raters in {number} groups. Nothing can be compared between"
        " groups: a difference may as well lie in the cases."
    ),
    "severity.weak": (
        "Only the case {case} holds {parts} together. All that is compared between them hangs on"
        " that case."
    ),
    "severity.more-weak.one": "One more case alone holds raters together.",
    "severity.more-weak.other": "{count} more cases each hold raters together alone.",
    "severity.why.nothing_rated": "none given",
    "severity.why.small_group": "too few",
    "severity.why.one_case": "one case",
    "severity.why.not_linked": "no link",
    "severity.means.nothing_rated": "None given: the rater gave no grade.",
    "severity.means.small_group": (
        "Too few: fewer than {grades} that can be compared, or fewer than {raters} raters with as"
        " many in the group (against the rules: in all)."
    ),
    "severity.means.one_case": "One case: all is from the same case.",
    "severity.means.not_linked": "No link: nobody else graded the same.",
    "severity.nobody": "No raters.",
}
