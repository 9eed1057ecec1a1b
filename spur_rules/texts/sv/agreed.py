"""Hur lika bedömarna svarar: tal, intervall, omdömen om dem, och varför ett tal saknas."""

PHRASES: dict[str, str] = {
    "agreed.point": ",",
    "agreed.figure": "{figure} [{low}; {high}]",
    "agreed.percent": "{figure} %",
    "agreed.percent-interval": "{figure} % [{low}; {high}]",
    "agreed.none": "–",
    "agreed.overall": "alla",
    "agreed.not_D": "inte D",
    "agreed.level.not_beyond_chance": "ingen",
    "agreed.level.slight": "ringa",
    "agreed.level.fair": "svag",
    "agreed.level.moderate": "måttlig",
    "agreed.level.substantial": "god",
    "agreed.level.almost_perfect": "mycket god",
    "agreed.why.nothing_rated": "Inget är satt eller kryssat. Då finns inget att jämföra.",
    "agreed.why.one_rater": "Bara en bedömare. Det krävs två för att jämföra.",
    "agreed.why.no_overlap": "Inga två bedömare har svarat på samma sak. Då finns inget att "
    "jämföra.",
    "agreed.why.one_case": "Ingen koefficient: bara ett fall. Ett fall visar inte om bedömarna kan "
    "skilja fall åt.",
    "agreed.why.one_answer": "Ingen koefficient: alla satte {answer}. Då finns inget att hålla "
    "samstämmigheten mot.",
    "agreed.why.no_d": "Ingen koefficient: ingen satte D. Då finns inget att hålla "
    "samstämmigheten mot.",
    "agreed.why.one_answer_shared": "Ingen koefficient: alla svar som kan jämföras är lika. Då "
    "finns inget att hålla samstämmigheten mot.",
    "agreed.why.not_two_raters": "Ingen viktad kappa: den är till för just två bedömare.",
    "agreed.why.unordered": "Svaren har ingen ordning, eller är bara två. Då säger avståndet "
    "mellan dem inget mer.",
    "agreed.why.small_group": "Gruppen är för liten för att visas.",
    "agreed.why.not_linked": "Inga gemensamma fall binder bedömarna samman.",
    "agreed.no-interval": "Inget intervall: fallen är för få eller säger alla samma sak.",
    "agreed.about": "{scopes}: {sentence}",
    "agreed.title": "Samstämmighet mellan bedömare",
    "agreed.intervals.one": "I hakparentes: 95 %-intervall (jackknife över fall). "
    "Bootstrapintervall av ett urval (frö {seed}) finns i JSON och CSV. Ordet sist på raden är det "
    "som intervallets nedre gräns räcker till (Landis och Koch 1977). Det gäller bara med "
    "intervallet bredvid.",
    "agreed.intervals.other": "I hakparentes: 95 %-intervall (jackknife över fall). "
    "Bootstrapintervall av {count} urval (frö {seed}) finns i JSON och CSV. Ordet sist på raden är "
    "det som intervallets nedre gräns räcker till (Landis och Koch 1977). Det gäller bara med "
    "intervallet bredvid.",
    "agreed.given": "Satta graderingar: hur ofta två bedömare sätter lika",
    "agreed.given-chance": "Satta graderingar: samstämmighet utöver slumpen",
    "agreed.binding": "Gradering D eller inte: D innebär brister mot föreskrift och krav på "
    "åtgärder",
    "agreed.norms": "Kryss: hur ofta två bedömare kryssar lika",
    "agreed.norms-chance": "Kryss: samstämmighet utöver slumpen",
    "agreed.least.one": "Den indikator där kryssen skiljer sig oftast",
    "agreed.least.other": "De {count} indikatorer där kryssen skiljer sig oftast",
    "agreed.cases": "fall",
    "agreed.pairs": "par",
    "agreed.missing": "saknas",
    "agreed.median": "median",
    "agreed.exact": "lika",
    "agreed.within-one": "högst 1 steg",
    "agreed.ac1": "Gwets AC1",
    "agreed.ac2": "Gwets AC2",
    "agreed.alpha": "Krippendorffs alfa",
    "agreed.label": "AC2: minst",
    "agreed.label-nominal": "AC1: minst",
    "agreed.number-of-d": "antal D",
    "agreed.mostly": "Oftast {one} mot {other}: {number} av {of} par som skiljer sig.",
    "agreed.off-scale.one": "En satt gradering finns inte på domänens skala ({scopes}). Den "
    "räknas inte med.",
    "agreed.off-scale.other": "{number} satta graderingar finns inte på domänens skala "
    "({scopes}). De räknas inte med.",
    "agreed.not-on-steps.one": "Ett kryss säger ej tillämpligt ({scopes}). Det räknas under "
    "”lika”, men inte under ”högst 1 steg”, AC2 och alfa.",
    "agreed.not-on-steps.other": "{number} kryss säger ej tillämpligt ({scopes}). De räknas "
    "under ”lika”, men inte under ”högst 1 steg”, AC2 och alfa.",
    "agreed.nothing-differs": "Inget kryss skiljer sig mellan bedömare av samma fall.",
}
