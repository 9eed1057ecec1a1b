"""The course of a workshop: what each step says, and what differs."""

PHRASES: dict[str, str] = {
    "workshop.made": "The workshop “{title}” is in {file}.",
    "workshop.next": "Next: {command}",
    "workshop.begun": "Round {round} has begun. Everybody scores alone.",
    "workshop.in": "{rater} handed in {case}: {grades}, {rows}.",
    "workshop.in-again": (
        "{rater} handed in {case} again: {grades}, {rows}. What was there before stays in the log"
        " but does not count."
    ),
    "workshop.grades.one": "{count} grade",
    "workshop.grades.other": "{count} grades",
    "workshop.rows.one": "{count} row assessed",
    "workshop.rows.other": "{count} rows assessed",
    "workshop.new-rater": (
        "{rater} handed in nothing in the last round. Is the name right? If not, nothing is"
        " compared."
    ),
    "workshop.waiting": "Another program is writing to {file}. Waiting …",
    "workshop.counted": "Handed in in round {round}: {done} of {all} checklists.",
    "workshop.counted-so-far": "Handed in so far in round {round}: {checklists} from {raters}.",
    "workshop.checklists.one": "{count} checklist",
    "workshop.checklists.other": "{count} checklists",
    "workshop.raters.one": "{count} rater",
    "workshop.raters.other": "{count} raters",
    "workshop.odd.no-rows": (
        "Note: {rater}, {case}: no row is assessed. Did you hand in the empty checklist?"
    ),
    "workshop.odd.no-grades": "Note: {rater}, {case}: no grade is given.",
    "workshop.odd.off-scale": (
        "Note: {rater}, {case}: domain {more} has no grade {grade} ({scale})."
    ),
    "workshop.odd.close-name": (
        "Note: {rater} is new, and much like {more}. If it is the same person, take back what was"
        " handed in (workshop withdraw) and hand it in under the right name."
    ),
    "workshop.odd.not-named": "Note: {rater} is not among those who are expected.",
    "workshop.withdrawn": "{case} from {rater} is taken back. It stays in the log.",
    "workshop.missing": "Missing: {rows}.",
    "workshop.missing.row": "{rater} {cases}",
    "workshop.missing.all": "{rater} all cases",
    "workshop.missing.nameless.one": "{count} rater who has handed in nothing",
    "workshop.missing.nameless.other": "{count} raters who have handed in nothing",
    "workshop.missing.even-so": (
        "Nothing is shown yet: afterwards nothing can be handed in in the round. Show it even so:"
        "\n  {command}"
    ),
    "workshop.by-rater": "{rater}: {done} of {all} cases",
    "workshop.nobody": "Nobody has handed in anything yet.",
    "workshop.noted": "Noted.",
    "workshop.decided": "Decided: {what}.",
    "workshop.replaces": "The earlier decision about the same no longer holds.",
    "workshop.reading-now": "Reading now: {policy}",
    "workshop.closed": "The workshop is closed. Nothing more can be added.",
    "workshop.phase.begun": "No round has begun.",
    "workshop.phase.scoring": "Round {round} is open: everybody scores alone.",
    "workshop.phase.discussing": "Round {round} is revealed: talk, note, decide.",
    "workshop.phase.closed": "The workshop is closed.",
    "workshop.parameter": "{parameter} = {value}, {where}",
    "workshop.everywhere": "all domains",
    "workshop.in-domain": "domain {domain}",
    "workshop.indicator": "{indicator} is read so: {text}",
    "workshop.because": "{what}. Reason: {because}",
    "workshop.written": "The minutes are in {file}.",
    "workshop.about": "About the workshop",
    "workshop.about.begun": "Begun {at} (UTC).",
    "workshop.about.closed": "Closed {at} (UTC).",
    "workshop.about.open": "Not closed.",
    "workshop.about.cases.one": "{count} case: {cases}.",
    "workshop.about.cases.other": "{count} cases: {cases}.",
    "workshop.about.raters.one": "{count} rater: {raters}.",
    "workshop.about.raters.other": "{count} raters: {raters}.",
    "workshop.about.no-raters": "No rater has handed in anything.",
    "workshop.about.catalog": "Catalog {catalog}, rules {rules}.",
    "workshop.about.overlays": "Overlays: {overlays}.",
    "workshop.about.policy": "Reading at the start: {policy}.",
    "workshop.footer": "The log's checksum after {events} events: {head}",
    "workshop.round": "Round {round}",
    "workshop.round.lead": (
        "Began {begun}, the result was shown {revealed} (UTC). {checklists} from {raters}."
    ),
    "workshop.round.open": "The round is open. What others answered is shown when it is revealed.",
    "workshop.share": "{same} of {pairs} ({share}%)",
    "workshop.same": (
        "In {same} of {pairs} comparisons ({share}%) two raters gave the same grade."
    ),
    "workshop.no-pairs": "No case was graded by two raters, so nothing can be compared.",
    "workshop.agreement": "The same grade, by domain",
    "workshop.grades-differ": "Grades that differ",
    "workshop.grades-agree": "No grades differ.",
    "workshop.ticks-differ": "Rows that were ticked differently",
    "workshop.ticks-agree": "No rows were ticked differently.",
    "workshop.head.case": "Case",
    "workshop.head.domain": "Domain",
    "workshop.head.row": "Row",
    "workshop.head.grades": "Grades",
    "workshop.head.ticks": "Ticks",
    "workshop.head.rater": "Rater",
    "workshop.head.moved": "Moved",
    "workshop.head.direction": "Direction",
    "workshop.head.why": "Why",
    "workshop.head.pairs": "Pairs",
    "workshop.head.same": "Same",
    "workshop.head.share": "Share",
    "workshop.head.figure": "Figure",
    "workshop.head.number": "Number",
    "workshop.moves": "From round {earlier} to round {later}",
    "workshop.moved.one": "{count} of {compared} grades moved: {directions}.",
    "workshop.moved.other": "{count} of {compared} grades moved: {directions}.",
    "workshop.moved-none": "None of {compared} grades moved.",
    "workshop.moved-why": "Why: {reasons}.",
    "workshop.ticks-only.one": (
        "In {count} case a rater changed ticks of a domain and not its grade."
    ),
    "workshop.ticks-only.other": (
        "In {count} cases a rater changed ticks of a domain and not its grade."
    ),
    "workshop.agreement-moved": (
        "Two raters gave the same grade in {before}% of the comparisons before"
        " ({same_before} of {pairs_before}) and in {after}% after ({same_after} of {pairs_after})."
    ),
    "workshop.middle": "The middle is the median of the grades in the round before.",
    "workshop.direction.toward": "nearer the middle",
    "workshop.direction.across": "past the middle",
    "workshop.direction.away": "farther from the middle",
    "workshop.directions.toward": "{number} nearer the middle",
    "workshop.directions.across": "{number} past the middle",
    "workshop.directions.away": "{number} farther from the middle",
    "workshop.why.ticks": "the ticks",
    "workshop.why.decision": "the decision",
    "workshop.why.judgement": "judgement",
    "workshop.why.unexplained": "cannot be read from the ticks",
    "workshop.why.open": "cannot be told",
    "workshop.reasons.ticks": "{number} by changed ticks",
    "workshop.reasons.decision": "{number} by a decision",
    "workshop.reasons.judgement": "{number} by another judgement of the same ticks",
    "workshop.reasons.unexplained": "{number} not to be read from the ticks",
    "workshop.reasons.open": "{number} not to be told, since rows are not assessed",
    "workshop.tick-move": "{indicator}: {before} → {after}",
    "workshop.said": "Notes",
    "workshop.said.row": "After round {round}: {text}",
    "workshop.said.about": "After round {round}, about {about}: {text}",
    "workshop.decisions": "Decisions",
    "workshop.decisions.none": "Nothing is decided.",
    "workshop.decisions.overtaken": "{what}. No longer holds.",
    "workshop.idle.no-rows.domain.föreskrift": (
        "Note: domain {domain} has no föreskrifter, so the decision changes nothing."
    ),
    "workshop.idle.no-rows.all.föreskrift": (
        "Note: no domain has föreskrifter, so the decision changes nothing."
    ),
    "workshop.idle.no-limit.domain.föreskrift": (
        "Note: the number of föreskrifter in domain {domain} is {rows}, so {value} sets no limit."
    ),
    "workshop.idle.no-limit.all.föreskrift": (
        "Note: no domain has more than {rows} föreskrifter, so {value} sets no limit."
    ),
    "workshop.idle.no-rows.domain.allmänt-råd": (
        "Note: domain {domain} has no allmänna råd, so the decision changes nothing."
    ),
    "workshop.idle.no-rows.all.allmänt-råd": (
        "Note: no domain has allmänna råd, so the decision changes nothing."
    ),
    "workshop.idle.no-limit.domain.allmänt-råd": (
        "Note: the number of allmänna råd in domain {domain} is {rows}, so {value} sets no limit."
    ),
    "workshop.idle.no-limit.all.allmänt-råd": (
        "Note: no domain has more than {rows} allmänna råd, so {value} sets no limit."
    ),
    "workshop.idle.no-rows.domain.kvalitetsindikator": (
        "Note: domain {domain} has no kvalitetsindikatorer, so the decision changes nothing."
    ),
    "workshop.idle.no-rows.all.kvalitetsindikator": (
        "Note: no domain has kvalitetsindikatorer, so the decision changes nothing."
    ),
    "workshop.idle.no-limit.domain.kvalitetsindikator": (
        "Note: the number of kvalitetsindikatorer in domain {domain} is {rows},"
        " so {value} sets no limit."
    ),
    "workshop.idle.no-limit.all.kvalitetsindikator": (
        "Note: no domain has more than {rows} kvalitetsindikatorer, so {value} sets no limit."
    ),
    "workshop.decided.because": "Reason: {because}.",
    "workshop.decided.after": "Decided after round {round}.",
    "workshop.decided.overtaken": "No longer holds, see point {number}.",
    "workshop.decided.domain": "in domain {domain}",
    "workshop.decided.earlier": "(before: {value})",
    "workshop.read": "{meaning}{where}: {value}",
    "workshop.read.enstaka_undantag.högst.one": (
        "“Enstaka undantag”{where}: at most {value} kvalitetsindikator may fall short"
    ),
    "workshop.read.enstaka_undantag.högst.other": (
        "“Enstaka undantag”{where}: at most {value} kvalitetsindikatorer may fall short"
    ),
    "workshop.read.enstaka_undantag.minsta_andel": (
        "“Enstaka undantag”{where}: at least {value} of the kvalitetsindikatorer must be met"
    ),
    "workshop.read.väsentliga_delar.minsta_andel": (
        "“I väsentliga delar”{where}: at least {value} of the allmänna råd must be met"
    ),
    "workshop.read.delvis.allmänt_råd": (
        "“Delvis”{where}: an allmänt råd that is partly met counts as {value}"
    ),
    "workshop.read.delvis.kvalitetsindikator": (
        "“Delvis”{where}: a kvalitetsindikator that is partly met counts as {value}"
    ),
    "workshop.details": "Appendix: round {round} in detail",
    "workshop.details-here": "Round {round} in detail",
    "workshop.one-rater": "A rater",
    "workshop.lacks.one": "{rater} has not assessed {count} row of {case}.",
    "workshop.lacks.other": "{rater} has not assessed {count} rows of {case}.",
    "workshop.lacks.all": "{rater} has assessed no row of {case}.",
    "workshop.lacks.scale": (
        "{rater} gave {grade} in domain {domain}, {case}. The scale has no such grade, and it is"
        " not counted in the figures."
    ),
    "workshop.decisions.policy": "Reading by the decisions, for --policy: {policy}",
}
