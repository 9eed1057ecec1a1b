"""Cases to grade: the boundaries, what a rater is handed, and the answer key."""

PHRASES: dict[str, str] = {
    "vignette.boundaries": "Boundaries that a case can be near, reading {policy}",
    "vignette.on-scale": "{letter}  {title} (scale {grades})",
    "vignette.rule": "rule",
    "vignette.parameter": "parameter",
    "vignette.status": "status",
    "vignette.gap": "gap, {kind}",
    "vignette.gap-note": (
        "Gap: the grade is the same on both sides, but on one of them no printed criterion fits."
    ),
    "vignette.fewest": (
        "Boundaries: {boundaries}. The fewest cases that cover all of them: {cases}."
    ),
    "vignette.made.one": "One case is in {folder}, and the answer key in {answers}.",
    "vignette.made.other": "{count} cases are in {folder}, and the answer key in {answers}.",
    "vignette.covers": (
        "The cases cover all {boundaries} boundaries. Fewer would not do: domain {letters} has"
        " {number} boundaries, and every case is near one of them."
    ),
    "vignette.seed": (
        "Seed {seed}: with it the cases come out the same again. Do not tell the raters."
    ),
    "vignette.hand-out": "Hand out {folder}. Do not hand out {answers}.",
    "vignette.invented": "The case is made up. It describes no real unit.",
    "vignette.fill": "Give every row a status from the description in {file}.",
    "vignette.example": "A reason is written so, on lines of its own (with any commas and colons):",
    "vignette.grade-lines": (
        "Give each domain a grade: write the letter after the colon. If you cannot grade a domain,"
        " leave it blank."
    ),
    "vignette.scale": "scale {grades}",
    "vignette.example.status": (
        "  E9:\n    status: på annat sätt\n    reason: >-\n"
        "      Handledaren finns på annan ort, men nås dagligen."
    ),
    "vignette.example.grade": (
        "  E:\n    grade: B\n    reason: >-\n      Skälet skrivs här, med egna ord."
    ),
    "vignette.read-me": "How to fill in the cases",
    "vignette.read-me.ticks": (
        "Every file is a filled checklist of a made-up case. The statuses are set. Read them, and"
        " give every domain a grade at the end of the file, under `given`."
    ),
    "vignette.read-me.description": (
        "Every case is a description (`.md`) and an empty checklist of the same name (`.yaml`)."
        " Read the description, give every row of the checklist a status, and then every domain a"
        " grade at the end of the file, under `given`."
    ),
    "vignette.read-me.statuses": (
        "A status is `uppfyllt`, `delvis`, `ej uppfyllt`, `ej tillämpligt` or `ej bedömt`, and for"
        " an allmänt råd also `på annat sätt`. `ej tillämpligt` and `på annat sätt` need a reason."
        " Write it on lines of its own, indented as here:"
    ),
    "vignette.read-me.grade": (
        "A grade is written after the colon, `E: B`. If you cannot grade a domain, leave it blank."
        " Do write the reason too, on lines of its own: it is what will be discussed."
    ),
    "vignette.read-me.alone": (
        "Work alone. Do not run spur-rules on the case before you have handed it in: the program"
        " shows the grade that it suggests. With one exception: `spur-rules ask --blind"
        " fall-01.yaml` asks row by row and saves every answer and grade, and shows no suggestion."
    ),
    "vignette.read-me.return": "Save the file under the same name, and hand it in.",
    "vignette.key": "Answer key",
    "vignette.key.made": "Reading {policy}. Seed {seed}. Catalog {catalog}, rules {rules}.",
    "vignette.key.suggests": (
        "The grades are what the rules suggest under the reading. They are no verdict on what is"
        " right."
    ),
    "vignette.key.more": (
        "For every domain: what the case tests, then the rows that are not met with the sentence"
        " that stands in the description. All other rows are met. The whole explanation of each"
        " domain is in `facit.yaml`."
    ),
    "vignette.coverage": "Coverage",
    "vignette.case": "case",
    "vignette.column.row": "row",
    "vignette.column.tick": "tick",
    "vignette.column.sentence": "sentence",
    "vignette.random": "Tests nothing in particular. The rows are drawn at random: {rows}.",
    "vignette.all-met": "Tests nothing in particular. All rows are met.",
    "vignette.tests.status": (
        "Tests: what does {was} mean in {id}? Whoever ticks {to} instead {gets}."
    ),
    "vignette.tests.tick": (
        "Tests: what is one row more or less? {id} is {was}. Whoever ticks {to} instead {gets}."
    ),
    "vignette.tests.printed": (
        "Tests: how is ”{printed}” read? It is about {meaning}. The key counts with {now}. Whoever"
        " counts with {value}, as the reading {profiles} does, {gets}."
    ),
    "vignette.tests.weight": (
        "Tests: {meaning}? The key counts with {now}. Whoever counts with {value}, as the reading"
        " {profiles} does, {gets}."
    ),
    "vignette.gets": "gets {grade}",
    "vignette.gets.gap": "ends up outside the scale: {grade}",
    "vignette.details": "Details: the boundary {better}–{worse}, {hinge}.",
    "vignette.near": "The case is near the boundary {better}–{worse} and hangs on {hinge}.",
    "vignette.hinge.rule": "the rule {name}",
    "vignette.hinge.parameter": "the parameter {name}",
    "vignette.hinge.status": "the status {name}",
    "vignette.hinge.gap": "{hinge}, in a gap of the printed scale",
    "vignette.step.tick": "The step: {id} is ticked {to} instead of {was}. That gives {grade}.",
    "vignette.step.reading": (
        "The step: {name} is read as {value} instead of {now}. That gives {grade}."
    ),
    "vignette.step.profiles": "That is the reading {profiles}.",
    "vignette.graded": "grade {grade}",
    "vignette.graded.gap": "grade {grade} with the caveat that no printed criterion fits",
    "vignette.no-aim": ("The domain is near no boundary on purpose. Its rows are drawn at random."),
}
