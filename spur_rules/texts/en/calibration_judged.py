"""Calibration: the same ticks but other grades, and what the difference hangs on."""

PHRASES: dict[str, str] = {
    "calibrate.found-ungraded": "Nobody has given a grade. Only the ticks can be compared then, "
    "which is done further down.",
    "calibrate.split-none": "There is no pair of grades to tell apart.",
    "calibrate.judging": "{pairs} have the same ticks but other grades.",
    "calibrate.by-reading.one": "In {count} of them one and the same reading gives both grades, "
    "with two values: you have read the words differently.",
    "calibrate.by-reading.other": "In {count} of them one and the same reading gives both grades, "
    "with two values: you have read the words differently.",
    "calibrate.by-readings.one": "In {count} it takes more than one reading to get both.",
    "calibrate.by-readings.other": "In {count} it takes more than one reading to get both.",
    "calibrate.by-gap.one": "In {count} no printed criterion fits, and both grades can be "
    "defended.",
    "calibrate.by-gap.other": "In {count} no printed criterion fits, and both grades can be "
    "defended.",
    "calibrate.by-none.one": "In {count} at least one of the grades follows from no reading that "
    "was tried.",
    "calibrate.by-none.other": "In {count} at least one of the grades follows from no reading that "
    "was tried.",
    "calibrate.may-follow.one": "In {count} pair the ticks are the same, but for the rows that are "
    "not assessed both grades may follow. There it cannot be called judgement.",
    "calibrate.may-follow.other": "In {count} pairs the ticks are the same, but for the rows that "
    "are not assessed both grades may follow. There it cannot be called judgement.",
    "calibrate.nothing-ticked.one": "In {count} pair neither of the two has ticked anything in the "
    "domain. There the ticks say nothing.",
    "calibrate.nothing-ticked.other": "In {count} pairs neither of the two has ticked anything in "
    "the domain. There the ticks say nothing.",
    "calibrate.by-rules-known": "The rules give both a certain grade in {known} of {pairs}. Had "
    "the raters given that grade, {share} of these pairs would have had the same grade.",
    "calibrate.hangs-on": "What the difference hangs on",
    "calibrate.follows-under.one": "{grade} follows from the reading {profiles}.",
    "calibrate.follows-under.other": "{grade} follows from the readings {profiles}.",
    "calibrate.follows-if": "{grade} follows if {words} is read in another way.",
    "calibrate.follows-now": "{grade} follows from the rules.",
    "calibrate.follows-not": "{grade} follows from no reading that was tried.",
    "calibrate.in-range.one": "{range} leaves room for {grades}, since {rows} is not assessed.",
    "calibrate.in-range.other": "{range} leaves room for {grades}, since {rows} are not assessed.",
    "calibrate.many-rows": "{count} rows",
    "calibrate.no-criterion": "No printed criterion fits here ({because}). {grades} can both be "
    "defended.",
    "calibrate.readings-of-grades": "Same ticks, other grade: every reading and value that was "
    "tried and gives the grade",
    "calibrate.given-grade": "Grade",
    "calibrate.values": "Profile or value",
    "calibrate.profile-head": "profile",
    "calibrate.quoted": "”{text}”",
    "calibrate.rare-d": "Where D is rare, the intervals of Krippendorff's alpha are too short. In "
    "simulated panels of 8 to 20 cases, with one grade in twelve a D, they held the true figure "
    "somewhat more than 80 times in 100, not 95.",
}
