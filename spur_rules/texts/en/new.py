"""New files, rules and cases: the comments in them, and what is left to do."""

PHRASES: dict[str, str] = {
    "new-rule.ceiling": "The ceiling: the best grade that the rule leaves (B, C or D).",
    "new-rule.needs": "The rule applies only in domains that have this norm.",
    "new-rule.when": (
        "When the rule fires: an indicator, such as {{indicator: D2, is: [delvis, ej"
        " uppfyllt]}}, or a count, such as {{fact: allmänt_råd.brister, at_least: 1}}."
        " A rule may only ask for what is missing."
    ),
    "new-rule.because": (
        "Why, as a clause without a full stop, such as: minst ett allmänt råd följs inte helt."
        " English, under en, is optional."
    ),
    "new-rule.printed": (
        "The printed sentence that the rule follows, word for word. If there is none, remove it."
    ),
    "new-rule.source": "Where the rule comes from: a scale, a decision, a paragraph.",
    "new-cases.about": (
        "Cases for the rules: what the ticks should give. What is expected is written by hand from"
        " the printed criteria, never from what the program says."
    ),
    "new-case.about": "One sentence on what the case shows.",
    "new-case.scale": "The scale of domain {domain}, as it is printed:",
    "new-case.expect": (
        "The grade by the scale above. Where something is not assessed it may be open: then write"
        " worst and best instead."
    ),
    "new-case.more": (
        "Optional, and looked at only where it stands: all rules that fire, all shortcomings with"
        " the ceiling they carry, all caveats."
    ),
    "new-overlay.about": (
        "An overlay of a catalog: what an association wants the review to ask as well. The"
        " catalog's own rows are changed only by what stands here, and always with a reason."
    ),
    "new-overlay.example": (
        "As long as the line below stands, every report says that the overlay is an example. Remove"
        " it when the association has adopted the overlay."
    ),
    "new-overlay.add": (
        "An added row is a kvalitetsindikator. Its id is the domain's letter, a hyphen and letters"
        " of the association's own. It is never used again for something else."
    ),
    "new-overlay.more": (
        "An overlay can also add notes to rows, reword a kvalitetsindikator and retire one. A"
        " föreskrift is only retired when it has been repealed."
    ),
    "new-written.rule": "Rule {id} stands in {file}, line {line}.",
    "new-written.case": "Case {id} stands in {file}, line {line}.",
    "new-written.overlay": "Overlay {id} stands in {file}, its first row on line {line}.",
    "new-left.one": "Still to be written, marked TODO: line {lines}.",
    "new-left.other": "Still to be written, marked TODO: lines {lines}.",
    "new-next": "Next:",
    "new-step.fill": "Write what is marked TODO.",
    "new-step.schema": "Let your editor help:",
    "new-step.case": "Write a case that fires the rule and one that does not:",
    "new-step.test": "Try the cases:",
    "new-step.verify": "Prove that the rules hold together:",
    "new-step.own": "Write your own rows, and remove example: true once they are adopted.",
    "new-step.use": "Grade with the overlay:",
    "new-step.version": "Raise the version at the top of the file.",
}
