"""What a suggestion says."""

PHRASES: dict[str, str] = {
    "title": "SPUR review: suggested grades",
    "unit": "Unit",
    "specialty": "Specialty",
    "date": "Date",
    "regulations": "Regulations",
    "and": "and",
    "domain": "Domain",
    "suggested": "Suggested",
    "range": "{best}–{worst}",
    "undecided": "{best}–{worst}, still open",
    "no-shortcomings": "No shortcomings.",
    "nothing-known": "No shortcomings so far.",
    "binding": "Ceiling {grade}: {reason}.",
    "even-without": "Even without this the ceiling would be {grade}: {reason}.",
    "because-of": "{because} ({indicators})",
    "föreskrift.ej uppfyllt": "Föreskrift {id} is not met: ”{text}”",
    "föreskrift.delvis": "Föreskrift {id} is only partly met: ”{text}”",
    "allmänt råd.ej uppfyllt": "Allmänt råd {id} is not followed: ”{text}”",
    "allmänt råd.delvis": "Allmänt råd {id} is only partly followed: ”{text}”",
    "kvalitetsindikator.ej uppfyllt": "Kvalitetsindikator {id} is not met: ”{text}”",
    "kvalitetsindikator.delvis": "Kvalitetsindikator {id} is only partly met: ”{text}”",
    "sets-ceiling.föreskrift": "It sets the ceiling {grade} and blocks {blocked}.",
    "sets-ceiling.allmänt råd": "It sets the ceiling {grade} and blocks {blocked}.",
    "sets-ceiling.kvalitetsindikator": "It sets the ceiling {grade} and blocks {blocked}.",
    "sets-no-ceiling.föreskrift": "It does not lower the grade.",
    "sets-no-ceiling.allmänt råd": "It does not lower the grade.",
    "sets-no-ceiling.kvalitetsindikator": "The exception is allowed and does not lower the grade.",
    "sets-no-ceiling-yet.föreskrift": "It does not lower the grade yet.",
    "sets-no-ceiling-yet.allmänt råd": "It does not lower the grade yet.",
    "sets-no-ceiling-yet.kvalitetsindikator": "It does not lower the grade yet.",
    "footnote": "Footnote, {regulation}: {text}",
    "comment": "Comment: {text}",
    "evidence": "Evidence: {text}",
    "reason": "Reason: {text}",
    "open.one": "Open question: {indicators}.",
    "open.other": "Open questions, the most important first: {indicators}.",
    "what-if": "The answer to {id} matters most: {answers}.",
    "met otherwise": "{id} is reached in another way: {text}",
    "not applicable": "{id} does not apply: {text}",
    "remark-on-unknown": "Note on {id}: {text}",
    "cannot-move": "Not assessed, but cannot change the grade: {indicators}.",
    "cannot-move.but": (
        "Not assessed: {indicators}. Neither met, partly met nor not met can change the grade, but"
        " a rule of the domain asks for not applicable."
    ),
    "caveat": "Caveat: {text}",
    "caveat-open": "What is not assessed may decide whether this holds too: {text}",
    "void.föreskrift": "No föreskrift in the domain applies. The condition on them is not tested.",
    "void.allmänt råd": (
        "No allmänt råd in the domain applies. The condition on them is not tested."
    ),
    "void.kvalitetsindikator": (
        "No kvalitetsindikator in the domain applies. The condition on them is not tested."
    ),
    "notice.engine-failed": "The engine durable did not answer, native graded: {detail}",
    "notice.outside-validity": "The review's date is outside the catalog's validity: {detail}",
    "made-from": (
        "Catalog {catalog}, rules {rules}, reading {policy}, engine {engines}, "
        "spur_rules {version}."
    ),
    "suggests": "This is a suggestion. The inspectors decide.",
    "changed": "{profile} with {changes}",
    "incomplete.one": "One domain still has a range: {domains}.",
    "incomplete.other": "{count} domains still have a range: {domains}.",
}
