"""Swedish. Föreskrift and kvalitetsindikator are *den*, allmänt råd is *det*."""

PHRASES: dict[str, str] = {
    "title": "SPUR-granskning: föreslagen gradering",
    "unit": "Enhet",
    "specialty": "Specialitet",
    "date": "Datum",
    "regulations": "Föreskrifter",
    "and": "och",
    "or": "eller",
    "domain": "Domän",
    "suggested": "Förslag",
    "range": "{best}–{worst}",
    "undecided": "{best}–{worst}, ännu öppet",
    "no-shortcomings": "Inga brister.",
    "nothing-known": "Inga brister hittills.",
    "binding": "Tak {grade}: {because} ({indicators}).",
    "binding-alone": "Tak {grade}: {because}.",
    "even-without": "Även utan detta tak {grade}: {because} ({indicators}).",
    "even-without-alone": "Även utan detta tak {grade}: {because}.",
    "föreskrift.ej uppfyllt": "Föreskriften {id} är inte uppfylld: ”{text}”",
    "föreskrift.delvis": "Föreskriften {id} är bara delvis uppfylld: ”{text}”",
    "allmänt råd.ej uppfyllt": "Det allmänna rådet {id} följs inte: ”{text}”",
    "allmänt råd.delvis": "Det allmänna rådet {id} följs bara delvis: ”{text}”",
    "kvalitetsindikator.ej uppfyllt": "Kvalitetsindikatorn {id} är inte uppfylld: ”{text}”",
    "kvalitetsindikator.delvis": "Kvalitetsindikatorn {id} är bara delvis uppfylld: ”{text}”",
    "sets-ceiling.föreskrift": "Den sätter taket {grade}.",
    "sets-ceiling.allmänt råd": "Det sätter taket {grade}.",
    "sets-ceiling.kvalitetsindikator": "Den sätter taket {grade}.",
    "sets-no-ceiling.föreskrift": "Den sänker inte graderingen.",
    "sets-no-ceiling.allmänt råd": "Det sänker inte graderingen.",
    "sets-no-ceiling.kvalitetsindikator": "Undantaget ryms och sänker inte graderingen.",
    "footnote": "Fotnot, {regulation}: {text}",
    "comment": "Kommentar: {text}",
    "evidence": "Underlag: {text}",
    "open.one": "Öppen fråga: {indicators}.",
    "open.other": "Öppna frågor, den viktigaste först: {indicators}.",
    "what-if": "Om {id} är uppfyllt: {met}. Om det inte är uppfyllt: {not_met}.",
    "caveat": "Förbehåll: {text}",
    "void.föreskrift": "Ingen föreskrift i domänen är tillämplig. Villkoret om dem är inte prövat.",
    "void.allmänt råd": (
        "Inget allmänt råd i domänen är tillämpligt. Villkoret om dem är inte prövat."
    ),
    "void.kvalitetsindikator": (
        "Ingen kvalitetsindikator i domänen är tillämplig. Villkoret om dem är inte prövat."
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
