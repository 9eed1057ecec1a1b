"""Kalibrering: samstämmighet, bilder och stränghet."""

PHRASES: dict[str, str] = {
    "calibrate.percent": "{figure} %",
    "calibrate.percent-interval": "{figure} % ({low} till {high})",
    "calibrate.figure-interval": "{figure} ({low} till {high})",
    "calibrate.no-interval": "{figure} (intervall saknas)",
    "calibrate.interval-missing": "intervall saknas",
    "calibrate.interval-why": "Intervall saknas där alla fall säger samma sak eller fallen är för "
    "få.",
    "calibrate.why.nothing_rated": "ingenting är bedömt",
    "calibrate.why.one_rater": "bara en bedömare",
    "calibrate.why.no_overlap": "inga två bedömare har bedömt samma sak",
    "calibrate.why.one_case": "bara ett fall",
    "calibrate.why.one_answer": "alla svar som kan jämföras är lika",
    "calibrate.why.all": "alla: {answer}",
    "calibrate.why.not_two_raters": "måttet gäller just två bedömare",
    "calibrate.why.unordered": "svaren har ingen ordning",
    "calibrate.why.small_group": "för få för att visas",
    "calibrate.why.not_linked": "inga gemensamma fall binder samman",
    "calibrate.agreement": "Hur lika graderar bedömarna?",
    "calibrate.agreement-about": "Helt överens är andelen par med samma gradering. Gwets AC2 och "
    "Krippendorffs alfa drar av för slumpen och räknar grannar på skalan som nästan överens: 1 är "
    "full samstämmighet, 0 är vad slumpen ger. AC2 kan vara högt fast få par är helt överens, och "
    "alfa lågt fast nästan alla är det. Läs dem därför tillsammans.",
    "calibrate.agreement-beside": "Gradering: måtten sida vid sida, med 95 %-intervall",
    "calibrate.short-domain": "Domän {letter}",
    "calibrate.short-ac2": "Gwets AC2",
    "calibrate.short-alpha": "Alfa, ordinal",
    "calibrate.dash-interval": "{figure} (–)",
    "calibrate.agreement-picture": "Helt överens: andel av paren med samma gradering, med 95 "
    "%-intervall",
    "calibrate.agreement-table": "Gradering: antal och andel överens",
    "calibrate.coefficients-of": "Alla mått på samstämmighet: {what}",
    "calibrate.of-grades": "gradering",
    "calibrate.of-binding": "gradering D eller inte",
    "calibrate.of-norms": "kryss efter slag av rad",
    "calibrate.of-indicators": "kryss rad för rad",
    "calibrate.not-d": "inte D",
    "calibrate.scope": "Vad",
    "calibrate.all": "Alla",
    "calibrate.coefficient": "Mått",
    "calibrate.figure": "Värde",
    "calibrate.jackknife": "Jackknife",
    "calibrate.bootstrap": "Bootstrap",
    "calibrate.undefined": "Urval utan värde",
    "calibrate.n-cases": "Fall",
    "calibrate.n-raters": "Bedömare",
    "calibrate.n-rated": "Svar",
    "calibrate.n-missing": "Saknas",
    "calibrate.n-off-scale": "Utanför skalan",
    "calibrate.n-pairs": "Par",
    "calibrate.median": "Median",
    "calibrate.exact": "Helt överens",
    "calibrate.within-one": "Högst ett steg isär",
    "calibrate.coefficient.gwet_ac1": "Gwets AC1",
    "calibrate.coefficient.gwet_ac2": "Gwets AC2 (ordinala vikter)",
    "calibrate.coefficient.krippendorff_alpha_nominal": "Krippendorffs alfa, nominal",
    "calibrate.coefficient.krippendorff_alpha_ordinal": "Krippendorffs alfa, ordinal",
    "calibrate.coefficient.brennan_prediger": "Brennan–Prediger",
    "calibrate.coefficient.brennan_prediger_ordinal": "Brennan–Prediger (ordinala vikter)",
    "calibrate.coefficient.cohen_kappa_linear": "Cohens viktade kappa, linjär",
    "calibrate.coefficient.cohen_kappa_quadratic": "Cohens viktade kappa, kvadratisk",
    "calibrate.binding": "Gradering D eller inte",
    "calibrate.binding-about": "Gradering D betyder att brister har påvisats i följsamheten till "
    "föreskrifterna och att åtgärder krävs. Därför redovisas gränsen mot D för sig.",
    "calibrate.binding-picture": "Samstämmighet om gradering D: Gwets AC1 med 95 %-intervall",
    "calibrate.binding-table": "Gradering D eller inte: antal och andel överens",
    "calibrate.norms": "Kryss efter slag av rad",
    "calibrate.norms-about": "Här jämförs kryssen, inte graderingen. Svaren är uppfyllt, på annat "
    "sätt, delvis, ej uppfyllt och ej tillämpligt.",
    "calibrate.norms-picture": "Samstämmighet i kryss: Gwets AC1 med 95 %-intervall",
    "calibrate.norms-table": "Kryss efter slag av rad: antal och andel överens",
    "calibrate.indicators-table": "Kryss rad för rad: antal och andel överens",
    "calibrate.confusion": "Vad blandas ihop med vad?",
    "calibrate.confusion-about": "Varje par räknas åt båda hållen. Rutorna på diagonalen är par "
    "som är överens.",
    "calibrate.confusion-table": "{scope}: den enes gradering mot den andres",
    "calibrate.confusion-norm": "{scope}: den enes kryss mot den andres",
    "calibrate.either": "Den ene",
    "calibrate.maps": "Var skiljer sig bedömningarna?",
    "calibrate.maps-about": "Varje ruta jämför en bedömare med var och en av de andra i samma fall "
    "och säger hur stor andel av deras svar som är ett annat. Har två bedömt fallet får båda samma "
    "tal. Att skilja sig är inte att ha fel.",
    "calibrate.case-map": "Fall för fall: andel (%) av de andras graderingar som är en annan",
    "calibrate.case-map-about": "Alla domäner i fallet tillsammans. Graderingar som inte finns på "
    "domänens skala är inte med.",
    "calibrate.case-map-sorted": "Fall där graderingarna skiljer sig mest står först.",
    "calibrate.nothing-case": "inget att jämföra",
    "calibrate.indicator-map": "Rad för rad: andel (%) av de andras kryss som är ett annat",
    "calibrate.indicator-map-domain": "Domän {domain}. {caption}",
    "calibrate.indicator-map-about": "Alla fall tillsammans. Bara rader som någon kryssat "
    "annorlunda är med.",
    "calibrate.indicator-map-none": "Ingen rad är kryssad olika i samma fall.",
    "calibrate.letters": "Satta graderingar i domän {domain}",
    "calibrate.indicator": "Rad",
    "calibrate.severity": "Hur stränga är bedömarna?",
    "calibrate.severity-about": "Plus är strängare: graderingen ligger i snitt så många steg "
    "under. Jämfört med reglerna: med vad reglerna gör av bedömarens egna kryss. Jämfört med de "
    "andra: med dem som graderat samma fall, med hänsyn till vilka fall det var. Bedömarna står i "
    "namnordning.",
    "calibrate.against-rules": "Jämfört med reglerna: steg på skalan, med 95 %-intervall",
    "calibrate.against-peers": "Jämfört med de andra: steg på skalan, med 95 %-intervall",
    "calibrate.severity-axis": "steg: plus är strängare, minus är mildare",
    "calibrate.severity-table": "Stränghet: alla tal",
    "calibrate.rules": "Jämfört med reglerna",
    "calibrate.peers": "Jämfört med de andra",
    "calibrate.ticks-peers": "Kryss jämförda med de andra",
    "calibrate.n-grades": "Graderingar",
    "calibrate.n-ranges": "Med spann",
    "calibrate.group": "Grupp",
    "calibrate.linked": "Alla bedömare är sammanbundna av gemensamma fall. Deras tal kan hållas "
    "mot varandra.",
    "calibrate.linked-none": "Ingen har satt någon gradering. Då finns inget att jämföra.",
    "calibrate.linked-one": "Bara en bedömare har satt graderingar. Då finns ingen annan att "
    "jämföra med.",
    "calibrate.not-graded": "Ingen gradering är satt av {raters}.",
    "calibrate.not-linked": "Fall där flera graderat samma domän binder samman bedömarna i "
    "{number} grupper: {groups}. Tal från olika grupper kan inte hållas mot varandra.",
    "calibrate.weak-link": "Utan {case} faller grupp {group} isär. Låt fler bedöma samma fall.",
    "calibrate.suppressed": "Inget tal visas för den som har färre än {grades} graderingar som "
    "kan jämföras, eller där färre än {raters} bedömare har så många. Ett tal vid ett namn läses "
    "som ett omdöme om en person, och det räcker så få inte till. Graderingarna själva visas på "
    "andra ställen i rapporten.",
}
