"""Workshopens gång: vad varje steg säger, och vad som skiljer sig."""

PHRASES: dict[str, str] = {
    "workshop.made": "Workshopen ”{title}” finns i {file}.",
    "workshop.next": "Härnäst: {command}",
    "workshop.begun": "Omgång {round} har börjat. Var och en bedömer ensam.",
    "workshop.in": "{rater} lämnade in {case}: {grades}, {rows}.",
    "workshop.in-again": (
        "{rater} lämnade in {case} på nytt: {grades}, {rows}. Det förra står kvar i loggen men"
        " räknas inte."
    ),
    "workshop.grades.one": "{count} gradering",
    "workshop.grades.other": "{count} graderingar",
    "workshop.rows.one": "{count} bedömd rad",
    "workshop.rows.other": "{count} bedömda rader",
    "workshop.new-rater": (
        "{rater} lämnade inget i förra omgången. Är namnet rättstavat? Annars jämförs inget."
    ),
    "workshop.waiting": "Ett annat program skriver i {file}. Väntar …",
    "workshop.counted": "Inlämnat i omgång {round}: {done} av {all} checklistor.",
    "workshop.counted-so-far": "Inlämnat hittills i omgång {round}: {checklists} av {raters}.",
    "workshop.checklists.one": "{count} checklista",
    "workshop.checklists.other": "{count} checklistor",
    "workshop.raters.one": "{count} bedömare",
    "workshop.raters.other": "{count} bedömare",
    "workshop.odd.no-rows": (
        "Obs! {rater}, {case}: ingen rad är bedömd. Lämnade du in den tomma checklistan?"
    ),
    "workshop.odd.no-grades": "Obs! {rater}, {case}: ingen gradering är satt.",
    "workshop.odd.off-scale": (
        "Obs! {rater}, {case}: domän {more} har ingen gradering {grade} ({scale})."
    ),
    "workshop.odd.close-name": (
        "Obs! {rater} är ny, och liknar {more}. Är det samma person, så ta tillbaka det som"
        " lämnades in (workshop withdraw) och lämna in det under rätt namn."
    ),
    "workshop.odd.not-named": "Obs! {rater} finns inte bland dem som väntas.",
    "workshop.withdrawn": "{case} från {rater} är tillbakataget. Det står kvar i loggen.",
    "workshop.missing": "Saknas: {rows}.",
    "workshop.missing.row": "{rater} {cases}",
    "workshop.missing.all": "{rater} alla fall",
    "workshop.missing.nameless.one": "{count} bedömare som inte har lämnat in något",
    "workshop.missing.nameless.other": "{count} bedömare som inte har lämnat in något",
    "workshop.missing.even-so": (
        "Inget visas än: efteråt kan inget lämnas in i omgången. Visa ändå:\n  {command}"
    ),
    "workshop.by-rater": "{rater}: {done} av {all} fall",
    "workshop.nobody": "Ingen har lämnat in något än.",
    "workshop.noted": "Antecknat.",
    "workshop.decided": "Beslutat: {what}.",
    "workshop.replaces": "Det tidigare beslutet om samma sak gäller inte längre.",
    "workshop.reading-now": "Läsning nu: {policy}",
    "workshop.closed": "Workshopen är avslutad. Inget mer kan läggas till.",
    "workshop.phase.begun": "Ingen omgång har börjat.",
    "workshop.phase.scoring": "Omgång {round} pågår: var och en bedömer ensam.",
    "workshop.phase.discussing": "Omgång {round} är visad: tala, anteckna, besluta.",
    "workshop.phase.closed": "Workshopen är avslutad.",
    "workshop.parameter": "{parameter} = {value}, {where}",
    "workshop.everywhere": "alla domäner",
    "workshop.in-domain": "domän {domain}",
    "workshop.indicator": "{indicator} läses så: {text}",
    "workshop.because": "{what}. Skäl: {because}",
    "workshop.written": "Protokollet finns i {file}.",
    "workshop.about": "Om workshopen",
    "workshop.about.begun": "Började {at} (UTC).",
    "workshop.about.closed": "Avslutades {at} (UTC).",
    "workshop.about.open": "Inte avslutad.",
    "workshop.about.cases.one": "{count} fall: {cases}.",
    "workshop.about.cases.other": "{count} fall: {cases}.",
    "workshop.about.raters.one": "{count} bedömare: {raters}.",
    "workshop.about.raters.other": "{count} bedömare: {raters}.",
    "workshop.about.no-raters": "Ingen bedömare har lämnat in något.",
    "workshop.about.catalog": "Katalog {catalog}, regler {rules}.",
    "workshop.about.overlays": "Tillägg: {overlays}.",
    "workshop.about.policy": "Läsning från början: {policy}.",
    "workshop.footer": "Loggens kontrollsumma efter {events} händelser: {head}",
    "workshop.round": "Omgång {round}",
    "workshop.round.lead": (
        "Började {begun}, resultatet visades {revealed} (UTC). {checklists} av {raters}."
    ),
    "workshop.round.open": "Omgången pågår. Vad andra har svarat visas först när den är visad.",
    "workshop.share": "{same} av {pairs} ({share} %)",
    "workshop.same": (
        "I {same} av {pairs} jämförelser ({share} %) gav två bedömare samma gradering."
    ),
    "workshop.no-pairs": "Inget fall har graderats av två bedömare, så inget kan jämföras.",
    "workshop.agreement": "Samma gradering, per domän",
    "workshop.grades-differ": "Graderingar som skiljer sig",
    "workshop.grades-agree": "Inga graderingar skiljer sig.",
    "workshop.ticks-differ": "Rader som bedömts olika",
    "workshop.ticks-agree": "Inga rader är olika bedömda.",
    "workshop.head.case": "Fall",
    "workshop.head.domain": "Domän",
    "workshop.head.row": "Rad",
    "workshop.head.grades": "Graderingar",
    "workshop.head.ticks": "Bedömningar",
    "workshop.head.rater": "Bedömare",
    "workshop.head.moved": "Flytt",
    "workshop.head.direction": "Riktning",
    "workshop.head.why": "Varför",
    "workshop.head.pairs": "Par",
    "workshop.head.same": "Lika",
    "workshop.head.share": "Andel",
    "workshop.head.figure": "Mått",
    "workshop.head.number": "Antal",
    "workshop.moves": "Från omgång {earlier} till omgång {later}",
    "workshop.moved.one": "{count} av {compared} graderingar flyttades: {directions}.",
    "workshop.moved.other": "{count} av {compared} graderingar flyttades: {directions}.",
    "workshop.moved-none": "Ingen av {compared} graderingar flyttades.",
    "workshop.moved-why": "Varför: {reasons}.",
    "workshop.ticks-only.one": (
        "I {count} fall ändrade en bedömare kryss i en domän utan att ändra graderingen."
    ),
    "workshop.ticks-only.other": (
        "I {count} fall ändrade en bedömare kryss i en domän utan att ändra graderingen."
    ),
    "workshop.agreement-moved": (
        "Två bedömare gav samma gradering i {before} % av jämförelserna före"
        " ({same_before} av {pairs_before}) och i {after} % efter ({same_after} av {pairs_after})."
    ),
    "workshop.middle": "Mitten är medianen av graderingarna i omgången före.",
    "workshop.direction.toward": "närmare mitten",
    "workshop.direction.across": "förbi mitten",
    "workshop.direction.away": "längre från mitten",
    "workshop.directions.toward": "{number} närmare mitten",
    "workshop.directions.across": "{number} förbi mitten",
    "workshop.directions.away": "{number} längre från mitten",
    "workshop.why.ticks": "kryssen",
    "workshop.why.decision": "beslutet",
    "workshop.why.judgement": "omdömet",
    "workshop.why.unexplained": "går inte att läsa ut ur kryssen",
    "workshop.why.open": "kan inte avgöras",
    "workshop.reasons.ticks": "{number} följer ändrade kryss",
    "workshop.reasons.decision": "{number} följer ett beslut",
    "workshop.reasons.judgement": "{number} är ett annat omdöme om samma kryss",
    "workshop.reasons.unexplained": "{number} går inte att läsa ut ur kryssen",
    "workshop.reasons.open": "{number} kan inte avgöras, för rader är inte bedömda",
    "workshop.tick-move": "{indicator}: {before} → {after}",
    "workshop.said": "Anteckningar",
    "workshop.said.row": "Efter omgång {round}: {text}",
    "workshop.said.about": "Efter omgång {round}, om {about}: {text}",
    "workshop.decisions": "Beslut",
    "workshop.decisions.none": "Inget är beslutat.",
    "workshop.decisions.overtaken": "{what}. Gäller inte längre.",
    "workshop.idle.no-rows.domain.föreskrift": (
        "Obs! Domän {domain} har inga föreskrifter, så beslutet ändrar inget."
    ),
    "workshop.idle.no-rows.all.föreskrift": (
        "Obs! Ingen domän har föreskrifter, så beslutet ändrar inget."
    ),
    "workshop.idle.no-limit.domain.föreskrift": (
        "Obs! Antalet föreskrifter i domän {domain} är {rows}, så {value} sätter ingen gräns."
    ),
    "workshop.idle.no-limit.all.föreskrift": (
        "Obs! Ingen domän har mer än {rows} föreskrifter, så {value} sätter ingen gräns."
    ),
    "workshop.idle.no-rows.domain.allmänt-råd": (
        "Obs! Domän {domain} har inga allmänna råd, så beslutet ändrar inget."
    ),
    "workshop.idle.no-rows.all.allmänt-råd": (
        "Obs! Ingen domän har allmänna råd, så beslutet ändrar inget."
    ),
    "workshop.idle.no-limit.domain.allmänt-råd": (
        "Obs! Antalet allmänna råd i domän {domain} är {rows}, så {value} sätter ingen gräns."
    ),
    "workshop.idle.no-limit.all.allmänt-råd": (
        "Obs! Ingen domän har mer än {rows} allmänna råd, så {value} sätter ingen gräns."
    ),
    "workshop.idle.no-rows.domain.kvalitetsindikator": (
        "Obs! Domän {domain} har inga kvalitetsindikatorer, så beslutet ändrar inget."
    ),
    "workshop.idle.no-rows.all.kvalitetsindikator": (
        "Obs! Ingen domän har kvalitetsindikatorer, så beslutet ändrar inget."
    ),
    "workshop.idle.no-limit.domain.kvalitetsindikator": (
        "Obs! Antalet kvalitetsindikatorer i domän {domain} är {rows},"
        " så {value} sätter ingen gräns."
    ),
    "workshop.idle.no-limit.all.kvalitetsindikator": (
        "Obs! Ingen domän har mer än {rows} kvalitetsindikatorer, så {value} sätter ingen gräns."
    ),
    "workshop.decided.because": "Skäl: {because}.",
    "workshop.decided.after": "Beslutat efter omgång {round}.",
    "workshop.decided.overtaken": "Gäller inte längre, se punkt {number}.",
    "workshop.decided.domain": "i domän {domain}",
    "workshop.decided.earlier": "(tidigare {value})",
    "workshop.read": "{meaning}{where}: {value}",
    "workshop.read.enstaka_undantag.högst.one": (
        "”Enstaka undantag”{where}: högst {value} kvalitetsindikator får brista"
    ),
    "workshop.read.enstaka_undantag.högst.other": (
        "”Enstaka undantag”{where}: högst {value} kvalitetsindikatorer får brista"
    ),
    "workshop.read.enstaka_undantag.minsta_andel": (
        "”Enstaka undantag”{where}: minst {value} av kvalitetsindikatorerna ska vara uppfyllda"
    ),
    "workshop.read.väsentliga_delar.minsta_andel": (
        "”I väsentliga delar”{where}: minst {value} av de allmänna råden ska vara följda"
    ),
    "workshop.read.delvis.allmänt_råd": (
        "”Delvis”{where}: ett delvis följt allmänt råd räknas som {value}"
    ),
    "workshop.read.delvis.kvalitetsindikator": (
        "”Delvis”{where}: en delvis uppfylld kvalitetsindikator räknas som {value}"
    ),
    "workshop.details": "Bilaga: omgång {round} i detalj",
    "workshop.details-here": "Omgång {round} i detalj",
    "workshop.one-rater": "En bedömare",
    "workshop.lacks.one": "{rater} har inte bedömt {count} rad i {case}.",
    "workshop.lacks.other": "{rater} har inte bedömt {count} rader i {case}.",
    "workshop.lacks.all": "{rater} har inte bedömt någon rad i {case}.",
    "workshop.lacks.scale": (
        "{rater} gav {grade} i domän {domain}, {case}. Skalan har ingen sådan gradering, och den"
        " räknas inte i måtten."
    ),
    "workshop.decisions.policy": "Läsning enligt besluten, för --policy: {policy}",
}
