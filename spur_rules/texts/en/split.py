"""Two raters of the same case: what they saw apart, and what they judged apart."""

PHRASES: dict[str, str] = {
    "pair.title": "{first} and {second}, {case}, domain {domain}",
    "pair.kind.same_ticks_same_grade": "The same ticks and the same grade.",
    "pair.kind.same_ticks_other_grade": (
        "The same ticks but different grades: the difference is a matter of judgement."
    ),
    "pair.kind.other_ticks_same_grade": "Different ticks but the same grade.",
    "pair.kind.explained_by_ticks": (
        "Different ticks and different grades. The ticks explain the whole difference."
    ),
    "pair.kind.not_explained_by_ticks": (
        "Different ticks and different grades. The ticks do not explain the difference."
    ),
    "pair.kind.open_because_unknown": (
        "Different ticks and different grades. Rows that are not assessed leave it open whether "
        "the ticks explain the difference."
    ),
    "pair.nothing-ticked": (
        "Neither of them has ticked anything in the domain. The ticks say nothing then."
    ),
    "pair.same-but-open": (
        "The same ticks but different grades. Rows that are not assessed leave both grades "
        "possible. Then it cannot be called a matter of judgement."
    ),
    "pair.follows": "{rater} gave {given}. It follows from the rater's own ticks.",
    "pair.departs": "{rater} gave {given}. The rules give {suggested} for the rater's own ticks.",
    "pair.open": "{rater} gave {given}. The rater's own ticks leave {suggested} open.",
    "pair.tick": "{indicator} ({norm}). {first}: {first_tick}. {second}: {second_tick}.",
    "pair.not-in-use": "the row is not in use",
    "pair.settled-by.one": (
        "Agree on {indicators} and the rules give you the same grade, whatever the answer is."
    ),
    "pair.settled-by.other": (
        "It is enough to agree on {indicators}: the rules then give you the same grade, whatever "
        "the answer is."
    ),
    "pair.settled-as": "If both find {indicator} {status}, the rules give you the same grade.",
    "pair.settled-by-none": "No single row gives you the same grade.",
    "pair.follows-from": "{grade} follows {readings}.",
    "pair.follows-from-none": "{grade} follows from no reading that was tried.",
    "pair.no-criterion": ("{grade} can be defended: no printed criterion fits here ({because})."),
    "pair.profile": "from the reading {profiles}",
    "pair.value": "from {parameter} being {values}",
}
