"""A rulebook proven by trying every combination of answers."""

PHRASES: dict[str, str] = {
    "verify.title": "Proof of the rules {rules} with the catalog {catalog}",
    "verify.tried.one": (
        "{total} combinations of answers, all tried under the reading {policies}. None is a sample."
    ),
    "verify.tried.other": (
        "{each} combinations of answers, all tried under each of the readings {policies}:"
        " {total} trials. None is a sample."
    ),
    "verify.domain": "domain",
    "verify.combinations": "combinations",
    "verify.made-of": "made of",
    "verify.grades": "grades",
    "verify.sum": "sum",
    "verify.proven": "proven",
    "verify.broken": "disproved",
    "verify.noted": "note",
    "verify.check.scale": (
        "Every combination gives exactly one grade, and it is on the domain's printed scale."
    ),
    "verify.check.definition": (
        "The engine {engine} fires the same rules as the definition, in every combination."
    ),
    "verify.check.monotone": (
        "Worse answers never give a better grade: {steps} steps from met to partly met and from"
        " partly met to not met."
    ),
    "verify.check.other-way": "Met in another way always gives the same grade as met.",
    "verify.check.rules": (
        "Every rule fires in every domain where it applies, and the grade or a caveat hangs on it."
    ),
    "verify.check.criteria": "Every printed criterion fits some combination.",
    "verify.check.caveat": (
        "Where no printed criterion fits, every suggestion says so: {total} trials."
    ),
    "verify.check.no-gap": "No rule says that no printed criterion fits.",
    "verify.check.between": (
        "Not applicable never gives a better grade than met, and never a worse one than not met."
    ),
    "verify.check.not-between": (
        "Not applicable does not always lie between met and not met, see below."
    ),
    "verify.gap": "Here the printed scale has no criterion ({rule}): {because}.",
    "verify.in-domain.one": "domain {domains}",
    "verify.in-domain.other": "domains {domains}",
    "verify.under.one": "the reading {policies}",
    "verify.under.other": "the readings {policies}",
    "verify.remarks": "Worth knowing",
    "verify.remark.silent-under": "Under {under} the rule {rule} never fires in {domains}.",
    "verify.remark.idle-under": (
        "Under {under} no grade hangs on the rule {rule} in {domains}: without it the grades would"
        " be the same."
    ),
    "verify.remark.unreached-under": (
        "Under {under} the printed criterion of {grade} fits no combination in {domains}."
    ),
    "verify.found": "Violation {number}. Domain {domain}: {what}",
    "verify.found.nowhere": "Violation {number}: {what}",
    "verify.noticed": "Domain {domain}: {what}",
    "verify.what.off-scale": "the grade {grade} is not on the scale.",
    "verify.what.engines-differ": "the engine {engine} and the definition disagree.",
    "verify.what.not-monotone": "a worse answer gives a better grade.",
    "verify.what.falls-silent": "the rule {rule} no longer fires when an answer gets worse.",
    "verify.what.other-way-differs": "met in another way gives another grade than met.",
    "verify.what.never-fires": "the rule {rule} never fires.",
    "verify.what.nowhere": "the rule {rule} applies in no domain.",
    "verify.what.never-decides": (
        "no grade hangs on the rule {rule}. Without it the grades would be the same."
    ),
    "verify.what.never-reached": "the printed criterion of {grade} fits no combination.",
    "verify.what.no-caveat": "the caveat of the rule {rule} does not come with the suggestion.",
    "verify.what.not-between": (
        "not applicable gives a better grade than met, or a worse one than not met."
    ),
    "verify.what.silent-under": "the rule {rule} never fires under these readings.",
    "verify.what.idle-under": "no grade hangs on the rule {rule} under these readings.",
    "verify.what.unreached-under": (
        "the printed criterion of {grade} fits no combination under these readings."
    ),
    "verify.hits.trial.one": "True of one trial, under {under}.",
    "verify.hits.trial.other": "True of {number} trials, under {under}.",
    "verify.hits.step.one": "True of one step between two combinations, under {under}.",
    "verify.hits.step.other": "True of {number} steps between two combinations, under {under}.",
    "verify.hits.none": "In none of {number} trials, under {under}.",
    "verify.smallest": "The smallest example",
    "verify.before": "The smallest example, before",
    "verify.after": "After",
    "verify.instead": "Instead, for example",
    "verify.read-as": "{head} (reading {policy})",
    "verify.gives": "{answers} gives {grade}",
    "verify.by-rules": "{gives} ({rules}).",
    "verify.by-none": "{gives} (no rule fires).",
    "verify.all": "everything {status}",
    "verify.single": "{id} {status}",
    "verify.rest": "{answers}, everything else met,",
    "verify.cases": "The examples as test cases:",
    "verify.cases-of": "# From spur-rules verify. Expected is what the rules give now: correct it.",
    "verify.case-reason": "An example from the proof.",
    "verify.case-about": "Domain {domain}: {what}",
    "verify.case-about.before": "Domain {domain}: {what} Before the step.",
    "verify.case-about.after": "Domain {domain}: {what} After the step.",
    "verify.all-proven": "No violation.",
    "verify.violations.one": "One violation.",
    "verify.violations.other": "{count} violations.",
    "verify.wrote.one": "One test case was written to {file}.",
    "verify.wrote.other": "{count} test cases were written to {file}.",
    "verify.wrote-nothing": "No violation: {file} was not written.",
    "verify.time": "The proof took {seconds} seconds.",
}
