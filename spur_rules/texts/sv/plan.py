"""Action plans, corrections and grades that were adjusted."""

PHRASES: dict[str, str] = {
    "adjusted-to": "{original}, justerad till {adjusted}",
    "plan-printed": "{text}",
    "plan-adjusts": "Handlingsplan inkommen. Gradering justerad till {adjusted}.",
    "corrected-to": "Faktakorrigering av {indicators}. Gradering justerad till {adjusted}.",
    "corrected-to-open": (
        "Faktakorrigering av {indicators}. Graderingen är åter öppen: {adjusted}."
    ),
    "corrected-still-open": (
        "Faktakorrigering av {indicators}. Graderingen är fortfarande öppen: {adjusted}."
    ),
    "about-the-visit": (
        "Brister, åtgärder och vad som sänker graderingen gäller läget vid besöket."
    ),
    "plan-short": (
        "Handlingsplan inkommen, men den svarar inte fullständigt på {indicators}. "
        "Graderingen står kvar."
    ),
    "plan-cannot-mend": (
        "Handlingsplan inkommen, men ingen åtgärd kan ändra taket {grade}: {reason}. "
        "Graderingen står kvar."
    ),
    "plan-off-scale": (
        "Handlingsplan inkommen, men domänens tryckta skala har inget {grade}. "
        "Graderingen står kvar. Inspektörerna avgör."
    ),
    "plan-unassessed.föreskrift.one": (
        "Föreskriften {indicators} är inte bedömd. Visar den sig inte vara uppfylld måste "
        "handlingsplanen svara på den också."
    ),
    "plan-unassessed.föreskrift.other": (
        "Föreskrifterna {indicators} är inte bedömda. Visar sig någon av dem inte vara uppfylld "
        "måste handlingsplanen svara på den också."
    ),
    "plan-unassessed.allmänt råd.one": (
        "Det allmänna rådet {indicators} är inte bedömt. Visar det sig inte följas måste "
        "handlingsplanen svara på det också."
    ),
    "plan-unassessed.allmänt råd.other": (
        "De allmänna råden {indicators} är inte bedömda. Visar sig något av dem inte följas måste "
        "handlingsplanen svara på det också."
    ),
    "plan-unassessed.kvalitetsindikator.one": (
        "Kvalitetsindikatorn {indicators} är inte bedömd. Visar den sig inte vara uppfylld måste "
        "handlingsplanen svara på den också."
    ),
    "plan-unassessed.kvalitetsindikator.other": (
        "Kvalitetsindikatorerna {indicators} är inte bedömda. Visar sig någon av dem inte vara "
        "uppfylld måste handlingsplanen svara på den också."
    ),
    "regrade-title": "SPUR-granskning: gradering efter granskningen",
    "plan": "Handlingsplan",
    "plan-none": "ingen",
    "plan-entries.one": "{count} post",
    "plan-entries.other": "{count} poster",
    "plan-came-in": "{entries}, inkommen {day}",
    "as-of": "Datum jämförda med",
    "link": "{original} → {cause} → {adjusted}",
    "link-on-day": "{original} → {cause} → {adjusted} ({day})",
    "handlingsplan": "handlingsplan",
    "faktakorrigering": "faktakorrigering",
    "plan-answers": "Planen svarar på {indicators}.",
    "plan-covers-the-rest": "Den inkomna handlingsplanen svarar på bristerna som är kvar.",
    "plan-needed": "Handlingsplan krävs för {indicators}.",
    "correction": "{id}: {before} rättat till {status}. Skäl: {reason}",
    "correction-on-day": "{id}: {before} rättat till {status} ({day}). Skäl: {reason}",
    "no-effect": "Det ändrar inte graderingen.",
    "unchanged": "Oförändrad gradering: {domains}.",
    "part.action": "åtgärd",
    "part.due": "datum för genomförande",
    "part.responsible": "ansvarig för genomförandet",
    "part.follow_up": "datum för uppföljning",
    "part.follow_up_responsible": "ansvarig för uppföljningen",
    "finding.received-before-review": (
        "Planen kom in {day}, vilket är före granskningen ({limit})."
    ),
    "finding.missing": "{id}: {part} saknas.",
    "finding.uncovered": "{id}: planen har ingen post om bristen.",
    "finding.no-shortcoming": (
        "{id}: ingen brist (status {status}). Posten påverkar inte graderingen."
    ),
    "finding.twice": "{id}: planen har flera poster. Det räcker att en är fullständig.",
    "finding.due-before-review": (
        "{id}: genomförandet ({day}) ligger före granskningen ({limit})."
    ),
    "finding.follow-up-before-due": (
        "{id}: uppföljningen ({day}) ligger före genomförandet ({limit})."
    ),
    "finding.follow-ups-out-of-order": (
        "{id}: uppföljningsdatumen står inte i tidsordning: {day} efter {limit}."
    ),
    "finding.follow-up-repeated": "{id}: uppföljningsdatumet {day} står mer än en gång.",
    "finding.due-passed": "{id}: genomförandedatumet {day} har passerat.",
    "finding.follow-up-passed": "{id}: uppföljningsdatumet {day} har passerat.",
    "finding.same-status": "{id}: faktakorrigeringen ändrar inget. Status var redan {status}.",
    "finding.corrected-before-review": (
        "{id}: faktakorrigeringen ({day}) ligger före granskningen ({limit})."
    ),
    "blocks": "{finding} Det hindrar justering.",
    "appointments": "Datum i handlingsplanen",
    "appointment.due.one": "Åtgärden för {indicators} ska vara genomförd.",
    "appointment.due.other": "Åtgärderna för {indicators} ska vara genomförda.",
    "appointment.follow-up.one": "Uppföljning av {indicators}.",
    "appointment.follow-up.other": "Uppföljning av {indicators}.",
    "by-role": "Ansvarig: {role}.",
    "by-nobody": "Ansvarig saknas.",
    "calendar-summary.due.one": "SPUR {domain}: åtgärden ska vara genomförd ({indicators})",
    "calendar-summary.due.other": "SPUR {domain}: åtgärderna ska vara genomförda ({indicators})",
    "calendar-summary.follow-up.one": "SPUR {domain}: uppföljning ({indicators})",
    "calendar-summary.follow-up.other": "SPUR {domain}: uppföljning ({indicators})",
    "calendar-action": "{id}, åtgärd: {action}",
    "not-compared": "Inget datum är jämfört med dagens. Det görs med --as-of.",
    "no-plan-rule": "Reglerna säger inte vad en handlingsplan gör. Den ändrar ingen gradering.",
    "nothing-came-in": "Ingen handlingsplan och ingen faktakorrigering. Graderingen står fast.",
}
