"""Kalibrering: ingressen, och vad som är underlag och vad som är omdöme."""

PHRASES: dict[str, str] = {
    "calibrate.title": "Kalibrering: vad bedömarna såg olika och vad de bedömde olika",
    "calibrate.cases.one": "{count} fall",
    "calibrate.cases.other": "{count} fall",
    "calibrate.raters.one": "{count} bedömare",
    "calibrate.raters.other": "{count} bedömare",
    "calibrate.pairs.one": "{count} par",
    "calibrate.pairs.other": "{count} par",
    "calibrate.lead.one": "{count} granskning av {cases}, gjord av {raters}.",
    "calibrate.lead.other": "{count} granskningar av {cases}, gjorda av {raters}.",
    "calibrate.lead-names": "Här står bedömarnas namn i tabeller och bilder. Gör pseudonymer med "
    "spur-rules pseudonyms innan detta visas eller delas.",
    "calibrate.lead-off-scale.one": "{count} satt gradering finns inte på domänens skala. Den "
    "är inte med i jämförelserna.",
    "calibrate.lead-off-scale.other": "{count} satta graderingar finns inte på domänens skala. De "
    "är inte med i jämförelserna.",
    "calibrate.lead-missing.one": "{count} av {possible} möjliga granskningar saknas.",
    "calibrate.lead-missing.other": "{count} av {possible} möjliga granskningar saknas.",
    "calibrate.lead-made": "Läsning: {policy}. Katalog {catalog}, regler {rules}, spur_rules "
    "{version}. Alla intervall är 95 %-intervall; {samples} urval av fall, frö {seed}.",
    "calibrate.found-none": "Inga två bedömare har graderat samma domän i samma fall. Då finns "
    "inget att jämföra.",
    "calibrate.found-same.one": "Det finns ett enda par, och graderingen är densamma.",
    "calibrate.found-same.other": "I alla {count} par är graderingen densamma.",
    "calibrate.found": "Ett par är två bedömares gradering av samma domän i samma fall. I "
    "{different} av {pairs} skiljer sig graderingen: {causes}.",
    "calibrate.cause.same_ticks_other_grade": "i {pairs} är kryssen desamma (omdöme)",
    "calibrate.cause.explained_by_ticks": "i {pairs} förklaras det av olika kryss (underlag)",
    "calibrate.cause.not_explained_by_ticks": "i {pairs} skiljer sig kryssen utan att förklara det",
    "calibrate.cause.open_because_unknown": "i {pairs} går det inte att säga, för att rader är ej "
    "bedömda",
    "calibrate.rows": "Alla rader som kryssats olika",
    "calibrate.row": "Rad",
    "calibrate.norm": "Slag",
    "calibrate.differing": "Par med olika kryss",
    "calibrate.settled": "Överens om raden avgörs",
    "calibrate.possibly": "Överens bara vid ett av svaren",
    "calibrate.readings": "Alla läsningar som samma kryss kan hänga på",
    "calibrate.reading": "Läsning",
    "calibrate.domain": "Domän",
    "calibrate.domains-all": "Alla domäner",
    "calibrate.every-domain": "alla",
    "calibrate.brought": "Överens om läsningen fastställs",
    "calibrate.settling": "Av {pairs} där kryssen förklarar skillnaden {points}.",
    "calibrate.judging": "Av {pairs} med samma kryss men olika gradering {points}.",
    "calibrate.by-row.one": "räcker det i {count} att en enda rad avgörs",
    "calibrate.by-row.other": "räcker det i {count} att en enda rad avgörs",
    "calibrate.by-tick.one": "I {count} av dem räcker en enda rad, om den avgörs åt ett visst "
    "håll.",
    "calibrate.by-tick.other": "I {count} av dem räcker en enda rad, om den avgörs åt ett visst "
    "håll.",
    "calibrate.by-two.one": "räcker det i {count} att två rader avgörs tillsammans",
    "calibrate.by-two.other": "räcker det i {count} att två rader avgörs tillsammans",
    "calibrate.by-rows.one": "krävs det i {count} att fler rader avgörs",
    "calibrate.by-rows.other": "krävs det i {count} att fler rader avgörs",
    "calibrate.by-reading.one": "följer i {count} båda graderingarna av olika värden på en och "
    "samma läsning",
    "calibrate.by-reading.other": "följer i {count} båda graderingarna av olika värden på en och "
    "samma läsning",
    "calibrate.by-readings.one": "krävs det i {count} mer än en läsning för att få båda",
    "calibrate.by-readings.other": "krävs det i {count} mer än en läsning för att få båda",
    "calibrate.by-none.one": "finns det i {count} en gradering som inte följer av någon prövad "
    "läsning",
    "calibrate.by-none.other": "finns det i {count} en gradering som inte följer av någon prövad "
    "läsning",
    "calibrate.split": "Underlag eller omdöme?",
    "calibrate.split-about": "Reglerna graderar varje bedömares egna kryss. Då går det att se om "
    "två graderingar skiljer sig för att bedömarna såg olika saker (underlag) eller för att de "
    "vägde samma sak olika (omdöme).",
    "calibrate.split-shares": "Så fördelar sig paren",
    "calibrate.split-axis": "andel av paren",
    "calibrate.kind": "Slag av par",
    "calibrate.kind.same_ticks_same_grade": "Samma gradering, samma kryss",
    "calibrate.kind.same_ticks_other_grade": "Olika gradering, samma kryss (omdöme)",
    "calibrate.kind.other_ticks_same_grade": "Samma gradering, olika kryss",
    "calibrate.kind.explained_by_ticks": "Olika gradering, kryssen förklarar (underlag)",
    "calibrate.kind.not_explained_by_ticks": "Olika gradering, kryssen förklarar inte",
    "calibrate.kind.open_because_unknown": "Olika gradering, går inte att säga",
    "calibrate.number": "Antal",
    "calibrate.share": "Andel",
    "calibrate.split-domains": "Paren domän för domän: antal",
    "calibrate.split-domain-shares": "Paren domän för domän: andel med 95 %-intervall",
    "calibrate.by-rules": "Om varje bedömare hade gett den gradering som reglerna gör av de egna "
    "kryssen, hade {share} av paren haft samma gradering.",
    "calibrate.judgements": "Samma kryss, olika gradering: fall för fall",
    "calibrate.judgements-few": "Samma kryss, olika gradering",
    "calibrate.case": "Fall",
    "calibrate.rater": "Bedömare",
    "calibrate.grades": "Graderingar",
    "calibrate.by-grade": "{grade}: {raters}",
    "calibrate.by-rules-grade": "Reglerna ger",
    "calibrate.follows": "Graderingen följer av",
    "calibrate.follows-from": "{grade} av {readings}",
    "calibrate.follows-from-none": "{grade} av ingen läsning",
    "calibrate.profile": "läsningen {profile}",
    "calibrate.value": "{parameter}: {values}",
}
