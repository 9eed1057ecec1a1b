"""What a suggestion says."""

PHRASES: dict[str, str] = {
    "title": "SPUR-granskning: föreslagen gradering",
    "unit": "Enhet",
    "specialty": "Specialitet",
    "date": "Datum",
    "regulations": "Föreskrifter",
    "and": "och",
    "domain": "Domän",
    "suggested": "Förslag",
    "range": "{best}–{worst}",
    "undecided": "{best}–{worst}, ännu öppet",
    "no-shortcomings": "Inga brister.",
    "nothing-known": "Inga brister hittills.",
    "binding": "Tak {grade}: {reason}.",
    "even-without": "Även utan detta vore taket {grade}: {reason}.",
    "because-of": "{because} ({indicators})",
    "föreskrift.ej uppfyllt": "Föreskriften {id} är inte uppfylld: ”{text}”",
    "föreskrift.delvis": "Föreskriften {id} är bara delvis uppfylld: ”{text}”",
    "allmänt råd.ej uppfyllt": "Det allmänna rådet {id} följs inte: ”{text}”",
    "allmänt råd.delvis": "Det allmänna rådet {id} följs bara delvis: ”{text}”",
    "kvalitetsindikator.ej uppfyllt": "Kvalitetsindikatorn {id} är inte uppfylld: ”{text}”",
    "kvalitetsindikator.delvis": "Kvalitetsindikatorn {id} är bara delvis uppfylld: ”{text}”",
    "sets-ceiling.föreskrift": "Den sätter taket {grade} och hindrar {blocked}.",
    "sets-ceiling.allmänt råd": "Det sätter taket {grade} och hindrar {blocked}.",
    "sets-ceiling.kvalitetsindikator": "Den sätter taket {grade} och hindrar {blocked}.",
    "sets-no-ceiling.föreskrift": "Den sänker inte graderingen.",
    "sets-no-ceiling.allmänt råd": "Det sänker inte graderingen.",
    "sets-no-ceiling.kvalitetsindikator": "Undantaget ryms och sänker inte graderingen.",
    "sets-no-ceiling-yet.föreskrift": "Den sänker ännu inte graderingen.",
    "sets-no-ceiling-yet.allmänt råd": "Det sänker ännu inte graderingen.",
    "sets-no-ceiling-yet.kvalitetsindikator": "Den sänker ännu inte graderingen.",
    "footnote": "Fotnot, {regulation}: {text}",
    "comment": "Kommentar: {text}",
    "evidence": "Underlag: {text}",
    "reason": "Skäl: {text}",
    "open.one": "Öppen fråga: {indicators}.",
    "open.other": "Öppna frågor, den viktigaste först: {indicators}.",
    "what-if": "Svaret på {id} avgör mest: {answers}.",
    "met otherwise": "{id} nås på annat sätt: {text}",
    "not applicable": "{id} är inte tillämpligt: {text}",
    "remark-on-unknown": "Anteckning om {id}: {text}",
    "cannot-move": "Inte bedömt, men kan inte ändra graderingen: {indicators}.",
    "cannot-move.but": (
        "Inte bedömt: {indicators}. Varken uppfyllt, delvis eller ej uppfyllt kan ändra"
        " graderingen, men en regel i domänen frågar efter ej tillämpligt."
    ),
    "caveat": "Förbehåll: {text}",
    "caveat-open": "Det som inte är bedömt kan avgöra om även detta gäller: {text}",
    "void.föreskrift": (
        "Inga föreskrifter i domänen är tillämpliga. Villkoret om dem är därför inte prövat."
    ),
    "void.allmänt råd": (
        "Inga allmänna råd i domänen är tillämpliga. Villkoret om dem är därför inte prövat."
    ),
    "void.kvalitetsindikator": (
        "Inga kvalitetsindikatorer i domänen är tillämpliga. "
        "Villkoret om dem är därför inte prövat."
    ),
    "notice.engine-failed": "Motorn durable svarade inte, native graderade: {detail}",
    "notice.outside-validity": "Granskningens datum ligger utanför katalogens giltighet: {detail}",
    "made-from": (
        "Katalog {catalog}, regler {rules}, läsning {policy}, motor {engines}, "
        "spur_rules {version}."
    ),
    "suggests": "Detta är ett förslag. Inspektörerna avgör.",
    "changed": "{profile} med {changes}",
    "incomplete.one": "En domän har ännu ett spann: {domains}.",
    "incomplete.other": "{count} domäner har ännu ett spann: {domains}.",
}
