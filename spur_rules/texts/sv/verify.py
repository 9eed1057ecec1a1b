"""A rulebook proven by trying every combination of answers."""

PHRASES: dict[str, str] = {
    "verify.title": "Prövning av reglerna {rules} mot katalogen {catalog}",
    "verify.tried.one": (
        "{total} kombinationer av svar, alla prövade i läsningen {policies}. Inget är ett urval."
    ),
    "verify.tried.other": (
        "{each} kombinationer av svar, alla prövade i var och en av läsningarna {policies}:"
        " {total} prövningar. Inget är ett urval."
    ),
    "verify.domain": "domän",
    "verify.combinations": "kombinationer",
    "verify.made-of": "så räknat",
    "verify.grades": "grader",
    "verify.sum": "summa",
    "verify.proven": "bevisat",
    "verify.broken": "motbevisat",
    "verify.noted": "obs",
    "verify.check.scale": (
        "Varje kombination ger exakt en grad, och den står på domänens tryckta skala."
    ),
    "verify.check.definition": (
        "Motorn {engine} utlöser samma regler som definitionen, i varje kombination."
    ),
    "verify.check.monotone": (
        "Sämre svar ger aldrig bättre grad: {steps} steg från uppfyllt till delvis och från delvis"
        " till ej uppfyllt."
    ),
    "verify.check.other-way": "På annat sätt ger alltid samma grad som uppfyllt.",
    "verify.check.rules": (
        "Varje regel utlöses i varje domän där den gäller, och graden eller ett förbehåll hänger på"
        " den."
    ),
    "verify.check.criteria": "Varje tryckt kriterium passar någon kombination.",
    "verify.check.caveat": (
        "Där inget tryckt kriterium passar säger varje förslag det: {total} prövningar."
    ),
    "verify.check.no-gap": "Ingen regel säger att inget tryckt kriterium passar.",
    "verify.check.between": (
        "Ej tillämpligt ger aldrig bättre grad än uppfyllt och aldrig sämre grad än ej uppfyllt."
    ),
    "verify.check.not-between": (
        "Ej tillämpligt ligger inte alltid mellan uppfyllt och ej uppfyllt, se nedan."
    ),
    "verify.gap": "Här saknar den tryckta skalan kriterium ({rule}): {because}.",
    "verify.in-domain.one": "domän {domains}",
    "verify.in-domain.other": "domänerna {domains}",
    "verify.under.one": "läsningen {policies}",
    "verify.under.other": "läsningarna {policies}",
    "verify.remarks": "Att känna till",
    "verify.remark.silent-under": "I {under} utlöses regeln {rule} aldrig i {domains}.",
    "verify.remark.idle-under": (
        "I {under} hänger ingen grad på regeln {rule} i {domains}: utan den vore graderna desamma."
    ),
    "verify.remark.unreached-under": (
        "I {under} passar det tryckta kriteriet för {grade} ingen kombination i {domains}."
    ),
    "verify.found": "Fel {number}. Domän {domain}: {what}",
    "verify.found.nowhere": "Fel {number}: {what}",
    "verify.noticed": "Domän {domain}: {what}",
    "verify.what.off-scale": "graden {grade} står inte på skalan.",
    "verify.what.engines-differ": "motorn {engine} och definitionen är oense.",
    "verify.what.not-monotone": "ett sämre svar ger en bättre grad.",
    "verify.what.falls-silent": "regeln {rule} utlöses inte längre när ett svar blir sämre.",
    "verify.what.other-way-differs": "på annat sätt ger en annan grad än uppfyllt.",
    "verify.what.never-fires": "regeln {rule} utlöses aldrig.",
    "verify.what.nowhere": "regeln {rule} gäller inte i någon domän.",
    "verify.what.never-decides": (
        "ingen grad hänger på regeln {rule}. Utan den vore graderna desamma."
    ),
    "verify.what.never-reached": "det tryckta kriteriet för {grade} passar ingen kombination.",
    "verify.what.no-caveat": "förbehållet i regeln {rule} följer inte med förslaget.",
    "verify.what.not-between": (
        "ej tillämpligt ger bättre grad än uppfyllt, eller sämre grad än ej uppfyllt."
    ),
    "verify.what.silent-under": "regeln {rule} utlöses aldrig i dessa läsningar.",
    "verify.what.idle-under": "ingen grad hänger på regeln {rule} i dessa läsningar.",
    "verify.what.unreached-under": (
        "det tryckta kriteriet för {grade} passar ingen kombination i dessa läsningar."
    ),
    "verify.hits.trial.one": "Gäller en prövning, i {under}.",
    "verify.hits.trial.other": "Gäller {number} prövningar, i {under}.",
    "verify.hits.step.one": "Gäller ett steg mellan två kombinationer, i {under}.",
    "verify.hits.step.other": "Gäller {number} steg mellan två kombinationer, i {under}.",
    "verify.hits.none": "Inte i någon av {number} prövningar, i {under}.",
    "verify.smallest": "Minsta exemplet",
    "verify.before": "Minsta exemplet, före",
    "verify.after": "Efter",
    "verify.instead": "I stället, till exempel",
    "verify.read-as": "{head} (läsning {policy})",
    "verify.gives": "{answers} ger {grade}",
    "verify.by-rules": "{gives} ({rules}).",
    "verify.by-none": "{gives} (ingen regel utlöses).",
    "verify.all": "allt {status}",
    "verify.single": "{id} {status}",
    "verify.rest": "{answers}, allt annat uppfyllt,",
    "verify.cases": "Exemplen som testfall:",
    "verify.cases-of": "# Ur spur-rules verify. Förväntat är vad reglerna ger i dag: rätta det.",
    "verify.case-reason": "Exempel ur prövningen.",
    "verify.case-about": "Domän {domain}: {what}",
    "verify.case-about.before": "Domän {domain}: {what} Före steget.",
    "verify.case-about.after": "Domän {domain}: {what} Efter steget.",
    "verify.all-proven": "Inget fel.",
    "verify.violations.one": "Ett fel.",
    "verify.violations.other": "{count} fel.",
    "verify.wrote.one": "Ett testfall skrevs till {file}.",
    "verify.wrote.other": "{count} testfall skrevs till {file}.",
    "verify.wrote-nothing": "Inget fel: {file} skrevs inte.",
    "verify.time": "Prövningen tog {seconds} sekunder.",
}
