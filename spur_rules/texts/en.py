"""English. The legal terms föreskrift, allmänt råd and kvalitetsindikator stay Swedish."""

PHRASES: dict[str, str] = {
    "title": "SPUR review: suggested grades",
    "unit": "Unit",
    "specialty": "Specialty",
    "date": "Date",
    "regulations": "Regulations",
    "and": "and",
    "or": "or",
    "domain": "Domain",
    "suggested": "Suggested",
    "range": "{best}–{worst}",
    "undecided": "{best}–{worst}, still open",
    "no-shortcomings": "No shortcomings.",
    "nothing-known": "No shortcomings so far.",
    "binding": "Ceiling {grade}: {because} ({indicators}).",
    "binding-alone": "Ceiling {grade}: {because}.",
    "even-without": "Even without this, ceiling {grade}: {because} ({indicators}).",
    "even-without-alone": "Even without this, ceiling {grade}: {because}.",
    "föreskrift.ej uppfyllt": "Föreskrift {id} is not met: ”{text}”",
    "föreskrift.delvis": "Föreskrift {id} is only partly met: ”{text}”",
    "allmänt råd.ej uppfyllt": "Allmänt råd {id} is not followed: ”{text}”",
    "allmänt råd.delvis": "Allmänt råd {id} is only partly followed: ”{text}”",
    "kvalitetsindikator.ej uppfyllt": "Kvalitetsindikator {id} is not met: ”{text}”",
    "kvalitetsindikator.delvis": "Kvalitetsindikator {id} is only partly met: ”{text}”",
    "sets-ceiling.föreskrift": "It sets the ceiling {grade}.",
    "sets-ceiling.allmänt råd": "It sets the ceiling {grade}.",
    "sets-ceiling.kvalitetsindikator": "It sets the ceiling {grade}.",
    "sets-no-ceiling.föreskrift": "It does not lower the grade.",
    "sets-no-ceiling.allmänt råd": "It does not lower the grade.",
    "sets-no-ceiling.kvalitetsindikator": "The exception is allowed and does not lower the grade.",
    "footnote": "Footnote, {regulation}: {text}",
    "comment": "Comment: {text}",
    "evidence": "Evidence: {text}",
    "open.one": "Open question: {indicators}.",
    "open.other": "Open questions, the most important first: {indicators}.",
    "what-if": "If {id} is met: {met}. If it is not met: {not_met}.",
    "caveat": "Caveat: {text}",
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
