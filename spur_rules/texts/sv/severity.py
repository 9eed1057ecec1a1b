"""Hur stränga bedömarna är, mot reglerna och mot varandra."""

PHRASES: dict[str, str] = {
    "severity.title": "Hur stränga är bedömarna?",
    "severity.about": (
        "I steg på domänens skala; plus är strängare. I hakparentes: 95 %-intervall (jackknife över"
        " fall; bootstrap där jackknife saknas)."
    ),
    "severity.point": ",",
    "severity.figure": "{figure} [{low}; {high}]",
    "severity.rater": "bedömare",
    "severity.cases": "fall",
    "severity.grades": "graderingar",
    "severity.ticks": "kryss",
    "severity.rules": "jfr reglerna",
    "severity.peers": "jfr de andra",
    "severity.of-grades": "Graderingar",
    "severity.of-ticks": "Kryss (uppfyllt 0, delvis 1, ej uppfyllt 2)",
    "severity.group": "Grupp {number}",
    "severity.rules-are": (
        "Jämfört med reglerna: satt gradering mot den som reglerna ger bedömarens egna kryss."
    ),
    "severity.peers-are": (
        "Jämfört med de andra: med dem som graderat samma fall, med hänsyn till vilka fall det var."
    ),
    "severity.ranges.one": "En gradering är inte jämförd med reglerna: kryssen lämnar ett spann.",
    "severity.ranges.other": (
        "{count} graderingar är inte jämförda med reglerna: kryssen lämnar ett spann."
    ),
    "severity.off-scale.one": "En gradering finns inte på domänens skala. Den är inte med.",
    "severity.off-scale.other": (
        "{count} graderingar finns inte på domänens skala. De är inte med."
    ),
    "severity.linked-none": "Ingen har satt någon gradering. Då finns inget att jämföra.",
    "severity.linked-one": "Bara en bedömare har satt graderingar.",
    "severity.linked": "Gemensamma fall binder samman alla bedömare.",
    "severity.not-linked": (
        "Gemensamt graderade fall binder samman bedömarna i {number} grupper. Mellan grupperna kan"
        " inget jämföras: en skillnad kan lika gärna bero på fallen."
    ),
    "severity.weak": (
        "Bara fallet {case} håller ihop {parts}. Allt som jämförs mellan dem hänger på det fallet."
    ),
    "severity.more-weak.one": "Ett fall till håller ensamt ihop bedömare.",
    "severity.more-weak.other": "{count} fall till håller vart och ett ensamt ihop bedömare.",
    "severity.why.nothing_rated": "inget satt",
    "severity.why.small_group": "för få",
    "severity.why.one_case": "ett fall",
    "severity.why.not_linked": "ingen länk",
    "severity.means.nothing_rated": "Inget satt: bedömaren har inte satt någon gradering.",
    "severity.means.small_group": (
        "För få: färre än {grades} som kan jämföras, eller färre än {raters} bedömare med så många"
        " i gruppen (mot reglerna: i hela panelen)."
    ),
    "severity.means.one_case": "Ett fall: allt är från samma fall.",
    "severity.means.not_linked": "Ingen länk: ingen annan har graderat samma sak.",
    "severity.nobody": "Inga bedömare.",
}
