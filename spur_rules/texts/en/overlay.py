"""Overlays, versions, and rows that apply under one regulation only."""

PHRASES: dict[str, str] = {
    "notice.edition-named": "The catalog's version is the one named, not the newest: {detail}.",
    "notice.edition-on-day": (
        "The catalog's version is the one in force on the given day: {detail}."
    ),
    "notice.edition-at-review": (
        "The catalog's version is the one in force at the review, not the newest: {detail}."
    ),
    "notice.overlay-example": (
        "The overlay {detail} is an example that nobody has adopted. The grades are therefore an "
        "example too."
    ),
    "notice.overlay-outside-validity": (
        "The date of the review is outside the validity of the overlay: {detail}"
    ),
    "notice.law-repealed": "An overlay has taken away a row that is repealed: {detail}.",
    "notice.regulation-unnamed": (
        "The checklist does not say which regulations are in use. So these are not counted: "
        "{detail}."
    ),
    "notice.earlier-id": "The answer stands under an earlier id: {detail}.",
    "notice.retired-id": "The answer is not used, the row is asked no longer: {detail}",
    "made-with-overlays.one": "Overlay of the catalog: {overlays}.",
    "made-with-overlays.other": "Overlays of the catalog, in this order: {overlays}.",
    "bound-row.one": "{ids} is not counted: it applies only to ST under {regulations}; {used}",
    "bound-row.other": "{ids} are not counted: they apply only to ST under {regulations}; {used}",
    "bound-used.one": "the checklist says that {names} is in use.",
    "bound-used.other": "the checklist says that {names} are in use.",
    "bound-unnamed": "the checklist does not say which regulations are in use.",
    "bound-answer": "{id} is answered ({status}), but the answer is not used.",
    "overlay-changes": "What the overlays did",
    "change.added": "The row is added by {overlay}, line {line}.",
    "change.noted": "Note by {overlay}, line {line}: {text}",
    "change.bound": "Bound to {regulations} by {overlay}, line {line}: {reason}",
    "change.reworded": (
        "Reworded by {overlay}, line {line}. Original text: ”{text}” Reason: {reason}"
    ),
    "change.retired": (
        "{id} is taken away by {overlay}, line {line}. Reason: {reason} Its text was: ”{text}”"
    ),
    "change.law": "According to {law}.",
    "finding.not-in-use": (
        "{id}: the row is not counted, since it applies under a regulation that the checklist does "
        "not name."
    ),
    "finding.retired": "{id}: the row is asked no longer. What is said of it is not used.",
}
