"""Why a grade is what it is, and what would change it."""

PHRASES: dict[str, str] = {
    "or": "eller",
    "sentence.grade": "Gradering {grade}.",
    "sentence.range": "Graderingen är öppen mellan {best} och {worst}.",
    "sentence.even-without": "Även utan detta: {grade}, därför att {reason}.",
    "sentence.allowed.one": "Ett undantag ryms: {items}.",
    "sentence.allowed.other": "Undantag som ryms: {items}.",
    "sentence.föreskrift.ej uppfyllt.one": "En föreskrift är inte uppfylld: {items}.",
    "sentence.föreskrift.ej uppfyllt.other": "{number} föreskrifter är inte uppfyllda: {items}.",
    "sentence.föreskrift.delvis.one": "En föreskrift är bara delvis uppfylld: {items}.",
    "sentence.föreskrift.delvis.other": "{number} föreskrifter är bara delvis uppfyllda: {items}.",
    "sentence.allmänt råd.ej uppfyllt.one": "Ett allmänt råd följs inte: {items}.",
    "sentence.allmänt råd.ej uppfyllt.other": "{number} allmänna råd följs inte: {items}.",
    "sentence.allmänt råd.delvis.one": "Ett allmänt råd följs bara delvis: {items}.",
    "sentence.allmänt råd.delvis.other": "{number} allmänna råd följs bara delvis: {items}.",
    "sentence.kvalitetsindikator.ej uppfyllt.one": (
        "En kvalitetsindikator är inte uppfylld: {items}."
    ),
    "sentence.kvalitetsindikator.ej uppfyllt.other": (
        "{number} kvalitetsindikatorer är inte uppfyllda: {items}."
    ),
    "sentence.kvalitetsindikator.delvis.one": (
        "En kvalitetsindikator är bara delvis uppfylld: {items}."
    ),
    "sentence.kvalitetsindikator.delvis.other": (
        "{number} kvalitetsindikatorer är bara delvis uppfyllda: {items}."
    ),
    "quoted-row": "”{text}” ({id})",
    "source": "Källa: {source}",
    "source.unknown": "Källa: formuläret anger inte paragrafen.",
    "provision": "Bestämmelsen ovanför raderna: ”{text}”",
    "printed-grade": "Formuläret beskriver {grade} så: ”{text}”",
    "repair": "För {grade}: åtgärda {steps}.",
    "repair.one-of-many": "För {grade} räcker det till exempel att åtgärda {steps}.",
    "repair.impossible": "{grade} nås inte genom att brister åtgärdas.",
    "repair.presumes": "Det förutsätter att det som inte är bedömt ({indicators}) är uppfyllt.",
    "at-least": "minst {number} av {indicators}",
    "both-steps": "{first}, och {second}",
    "either": "antingen {ways}",
    "worsening": "Ytterligare en brist skulle sänka graderingen {items}.",
    "worsening.item": "till {grade} ({indicators})",
    "worsening.item.only": "till {grade} ({indicators}, vid {status})",
    "worsening.none": "Ingen enstaka brist till skulle sänka graderingen.",
    "answers-left.one": "Ett svar till avgör graderingen.",
    "answers-left.other": "Högst {count} svar till avgör graderingen.",
    "answer-gives": "{answers} ger {grade}",
    "what-ifs": "Vad varje svar ger, om just den frågan ställs först:",
    "question": "{id}: ”{text}”",
    "stands-fast": (
        "Står fast: ingen namngiven läsning och ingen ändring av en enda parameter flyttar "
        "graderingen."
    ),
    "stands-fast.range": (
        "Spannet är detsamma i varje läsning och vid varje ändring av en enda parameter."
    ),
    "stands-fast-when-named": (
        "Står fast i de namngivna läsningarna. Utanför dem flyttas den: {changes}."
    ),
    "stands-fast-when-named.range": (
        "Spannet är detsamma i de namngivna läsningarna. Utanför dem ändras det: {changes}."
    ),
    "hangs-on": "Hänger på läsningen: {changes}.",
    "under-profile": "{grade} i läsningen {profile}",
    "under-value": "{grade} om {parameter} är {values}",
    "value.only": "{low}",
    "value.from": "minst {low}",
    "value.above": "mer än {low}",
    "value.to": "högst {high}",
    "value.below": "mindre än {high}",
    "value.any": "vilket som helst",
    "value.from-to": "från {low} till {high}",
    "value.above-to": "mer än {low}, högst {high}",
    "value.from-below": "minst {low}, mindre än {high}",
    "value.above-below": "mer än {low}, mindre än {high}",
    "answers": "Svar",
    "facts": "Fakta",
    "facts.range": "Fakta, från sämsta till bästa utfall",
    "rules": "Regler",
    "fact.range": "{worst} till {best}",
    "fact.void": "inget värde (inget är tillämpligt)",
    "rule.fired": "{rule}, tak {grade}: utlöst",
    "rule.binding": "{rule}, tak {grade}: utlöst, avgör",
    "rule.not-fired": "{rule}, tak {grade}: inte utlöst",
    "rule.open": "{rule}, tak {grade}: öppet",
    "trace.all": "allt av detta: {result}",
    "trace.any": "något av detta: {result}",
    "trace.not": "inte detta: {result}",
    "trace.fact": "{fact} är {value}, villkoret är {wanted}: {result}",
    "trace.status": "{indicator} är {value}, villkoret är {wanted}: {result}",
    "wanted.at_least": "minst {threshold}",
    "wanted.more_than": "mer än {threshold}",
    "wanted.at_most": "högst {threshold}",
    "wanted.less_than": "mindre än {threshold}",
    "threshold.named": "{value} ({parameter})",
    "result.true": "ja",
    "result.false": "nej",
    "result.open": "öppet",
    "result.void": "prövas inte",
    "sweep.title.one": "En granskning, läsning {policy}: så flyttas graderna",
    "sweep.title.other": "{count} granskningar, läsning {policy}: så flyttas graderna",
    "sweep.reading": "läsning",
    "sweep.values": "värde",
    "sweep.moved": "flyttade",
    "sweep.raised": "upp",
    "sweep.lowered": "ned",
}
