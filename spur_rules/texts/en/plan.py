"""Action plans, corrections and grades that were adjusted."""

PHRASES: dict[str, str] = {
    "adjusted-to": "{original}, adjusted to {adjusted}",
    "plan-printed": "As reports print it: ”{text}”",
    "plan-adjusts": "The action plan is in. The grade is adjusted to {adjusted}.",
    "corrected-to": "Correction of facts for {indicators}. The grade is adjusted to {adjusted}.",
    "corrected-to-open": (
        "Correction of facts for {indicators}. The grade is open again: {adjusted}."
    ),
    "corrected-still-open": (
        "Correction of facts for {indicators}. The grade is still open: {adjusted}."
    ),
    "about-the-visit": "Shortcomings, repairs and what would lower it are about the visit.",
    "plan-short": (
        "The action plan is in, but it does not fully answer {indicators}. The grade stays."
    ),
    "plan-cannot-mend": (
        "The action plan is in, but no action can change the ceiling {grade}: {reason}. "
        "The grade stays."
    ),
    "plan-off-scale": (
        "The action plan is in, but the domain's printed scale has no {grade}. "
        "The grade stays. The inspectors decide."
    ),
    "plan-unassessed.föreskrift.one": (
        "Föreskrift {indicators} is not assessed. Should it prove not to be met, "
        "the action plan must answer it too."
    ),
    "plan-unassessed.föreskrift.other": (
        "Föreskrifter {indicators} are not assessed. Should any of them prove not to be met, "
        "the action plan must answer it too."
    ),
    "plan-unassessed.allmänt råd.one": (
        "Allmänt råd {indicators} is not assessed. Should it prove not to be followed, "
        "the action plan must answer it too."
    ),
    "plan-unassessed.allmänt råd.other": (
        "Allmänna råd {indicators} are not assessed. Should any of them prove not to be followed, "
        "the action plan must answer it too."
    ),
    "plan-unassessed.kvalitetsindikator.one": (
        "Kvalitetsindikator {indicators} is not assessed. Should it prove not to be met, "
        "the action plan must answer it too."
    ),
    "plan-unassessed.kvalitetsindikator.other": (
        "Kvalitetsindikatorer {indicators} are not assessed. Should any of them prove not to be "
        "met, the action plan must answer it too."
    ),
    "regrade-title": "SPUR review: grades after the visit",
    "plan": "Action plan",
    "plan-none": "none",
    "plan-entries.one": "{count} entry",
    "plan-entries.other": "{count} entries",
    "plan-came-in": "{entries}, received {day}",
    "as-of": "Dates compared with",
    "link": "{original} → {cause} → {adjusted}",
    "link-on-day": "{original} → {cause} → {adjusted} ({day})",
    "handlingsplan": "action plan",
    "faktakorrigering": "correction of facts",
    "plan-answers": "The plan answers {indicators}.",
    "plan-covers-the-rest": "The action plan that is in answers the shortcomings that are left.",
    "plan-needed": "An action plan is required for {indicators}.",
    "correction": "{id}: {before} corrected to {status}. Reason: {reason}",
    "correction-on-day": "{id}: {before} corrected to {status} ({day}). Reason: {reason}",
    "no-effect": "It does not change the grade.",
    "unchanged": "Unchanged grades: {domains}.",
    "part.action": "action",
    "part.due": "date for the action",
    "part.responsible": "role that is responsible for the action",
    "part.follow_up": "date for the follow-up",
    "part.follow_up_responsible": "role that is responsible for the follow-up",
    "finding.received-before-review": (
        "The plan came in {day}, which is before the review on {limit}."
    ),
    "finding.missing": "{id}: the plan gives no {part}.",
    "finding.uncovered": "{id}: the plan has no entry for the shortcoming.",
    "finding.no-shortcoming": (
        "{id}: no shortcoming (status {status}). The entry does not affect the grade."
    ),
    "finding.twice": "{id}: the plan has several entries. It is enough that one is complete.",
    "finding.due-before-review": "{id}: the action is due {day}, before the review on {limit}.",
    "finding.follow-up-before-due": "{id}: follow-up {day} is before the action is due on {limit}.",
    "finding.follow-ups-out-of-order": (
        "{id}: follow-up {day} is listed after a later date, {limit}."
    ),
    "finding.follow-up-repeated": "{id}: follow-up {day} is listed twice.",
    "finding.due-passed": "{id}: the due date {day} has passed.",
    "finding.follow-up-passed": "{id}: the follow-up date {day} has passed.",
    "finding.same-status": "{id}: the correction changes nothing. The status was {status} already.",
    "finding.corrected-before-review": (
        "{id}: the correction of facts ({day}) is before the review on {limit}."
    ),
    "blocks": "{finding} This keeps the grade from being adjusted.",
    "appointments": "Dates in the action plan",
    "appointment.due.one": "The action for {indicators} is due.",
    "appointment.due.other": "The actions for {indicators} are due.",
    "appointment.follow-up.one": "Follow-up of {indicators}.",
    "appointment.follow-up.other": "Follow-up of {indicators}.",
    "by-role": "Responsible: {role}.",
    "by-nobody": "Nobody is named as responsible.",
    "calendar-summary.due.one": "SPUR {domain}: action due ({indicators})",
    "calendar-summary.due.other": "SPUR {domain}: actions due ({indicators})",
    "calendar-summary.follow-up.one": "SPUR {domain}: follow-up ({indicators})",
    "calendar-summary.follow-up.other": "SPUR {domain}: follow-up ({indicators})",
    "calendar-action": "{id}, action: {action}",
    "not-compared": "No date is compared with today's. Use --as-of for that.",
    "no-plan-rule": "The rules do not say what an action plan does. It changes no grade.",
    "nothing-came-in": "No action plan and no correction of facts. The grades stand.",
}
