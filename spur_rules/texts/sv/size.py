"""How many cases and raters a workshop needs."""

PHRASES: dict[str, str] = {
    "size.title": "Hur många fall behövs?",
    "size.asked": "Mål: ett 95 %-intervall som är högst {width} brett, för {coefficient}.",
    "size.of-all": "Alla {number} domäner tillsammans",
    "size.of-one": "En domän för sig",
    "size.of-domain": "Domän {domain}: {title}",
    "size.raters": "bedömare",
    "size.in-mean": "fall, i snitt",
    "size.assured": "fall, 4 gånger av 5",
    "size.each": "graderingar var",
    "size.beyond": "fler än {most}",
    "size.widths": "Så brett blir intervallet i snitt, med så många fall",
    "size.none": "–",
    "size.none-means": "– betyder att intervallet ofta saknas med så få fall.",
    "size.how-read": (
        "Med antalet i den första fallkolumnen blir intervallet i snitt så smalt. Med antalet i den"
        " andra blir det så smalt i fyra workshoppar av fem. Den sista kolumnen är hur många"
        " graderingar var och en då gör."
    ),
    "size.with-error": "{cases} ± {error}",
    "size.error": (
        "± är osäkerheten i simuleringen ({trials} av varje storlek): fler, med --simulations, gör"
        " den mindre."
    ),
    "size.no-width": (
        "{mark} Här avgör inte bredden: med färre fall saknar mer än 5 % av workshopparna"
        " intervall, för att alla är överens."
    ),
    "size.least": "{mark} Färre än {least} fall prövas inte.",
    "size.assumed": "Antaget",
    "size.estimated": "Uppskattat ur {panel}",
    "size.agreement": "Två bedömare ger samma grad {agreement} gånger av 100.",
    "size.prevalence": "Så vanliga är graderna: {shares}.",
    "size.severity": (
        "Av det som skiljer bedömarna åt är {share} % stränghet som alltid är densamma hos en"
        " bedömare. Resten är slump."
    ),
    "size.case-effect": (
        "Domänerna i ett fall följs åt: korrelationen är {correlation} (0 inte alls, 1 helt)."
    ),
    "size.missing": "{share} % av graderingarna saknas.",
    "size.all-grade": "Alla bedömare graderar alla fall.",
    "size.drawn": (
        "Simulerat: {trials} workshoppar av varje storlek, frö {seed}. Samma frö ger samma svar."
        " Intervallet är jackknifens över fall. Det säger hur talet blir med andra fall, graderade"
        " av samma bedömare."
    ),
    "size.coverage": (
        "Med få fall håller intervallet mindre än det lovar. I en simulering med sex bedömare och"
        " en domän rymde det det rätta värdet 88–91 gånger av 100 vid 5–12 fall, inte 95. Bredden"
        " är räknad utan att ändarna kapas vid 1, som de annars gör när ett intervall visas."
    ),
    "size.coefficient.gwet_ac2": "Gwets AC2",
    "size.coefficient.gwet_ac1": "Gwets AC1",
    "size.coefficient.krippendorff_alpha_ordinal": "Krippendorffs alfa (ordinal)",
    "size.coefficient.krippendorff_alpha_nominal": "Krippendorffs alfa (nominal)",
    "size.coefficient.brennan_prediger_ordinal": "Brennan–Prediger (ordinala vikter)",
    "size.coefficient.brennan_prediger": "Brennan–Prediger",
}
