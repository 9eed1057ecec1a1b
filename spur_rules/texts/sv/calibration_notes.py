"""Kalibrering: vad som inte kan anges, vad talen inte är, och hur de är räknade."""

PHRASES: dict[str, str] = {
    "calibrate.gaps": "Där inget mått ges",
    "calibrate.gaps-about": "Ett mått som inte går att räkna ut fylls inte i. Antal och median "
    "finns ändå i tabellerna.",
    "calibrate.gap": "{scope}: {why}.",
    "calibrate.nots": "Vad talen inte är",
    "calibrate.not.truth": "Reglerna är en läsning av de tryckta kriterierna, inte facit. När "
    "många avviker åt samma håll kan det vara läsningen som är fel.",
    "calibrate.not.verdict": "Att avvika är inte att ha fel, och att vara strängare är inte att "
    "vara bättre.",
    "calibrate.not.label": "Här står intervall och inga ord som ”god” eller ”svag”. Gränserna för "
    "sådana ord är godtyckliga, och ett brett intervall rymmer flera av dem. Där ett ord ges, i "
    "JSON och med --format figures, är det läst av intervallets nedre gräns och står bredvid det.",
    "calibrate.not.ranking": "Detta är ingen rangordning av bedömare eller enheter.",
    "calibrate.not.few": "Få fall ger breda intervall. Talen gäller de fall som bedömts och fall "
    "som liknar dem.",
    "calibrate.not.causes": "Underlag betyder olika kryss. Varför kryssen skiljer sig, om det är "
    "det man såg eller hur man läste raden, vet bara bedömarna.",
    "calibrate.method": "Så är talen räknade",
    "calibrate.method.ac": "Gwets AC1 och AC2: Gwet (2008), Computing inter-rater reliability and "
    "its variance in the presence of high agreement, British Journal of Mathematical and "
    "Statistical Psychology 61.",
    "calibrate.method.alpha": "Krippendorffs alfa: Krippendorff (2011), Computing Krippendorff’s "
    "Alpha-Reliability. Nominal räknar alla olikheter lika, ordinal efter hur långt de ligger "
    "isär.",
    "calibrate.method.kappa": "Cohens viktade kappa: Cohen (1968), Weighted kappa, Psychological "
    "Bulletin 70. Ges bara när bedömarna är två.",
    "calibrate.method.bp": "Brennan–Prediger: Brennan och Prediger (1981), Coefficient kappa: "
    "some uses, misuses, and alternatives, Educational and Psychological Measurement 41.",
    "calibrate.method.intervals": "Jackknife utelämnar ett fall i taget. Bootstrap drar fall med "
    "återläggning: Efron och Tibshirani (1993), An Introduction to the Bootstrap. Där ett enda "
    "intervall visas är det jackknife, som tar hänsyn till att fallen är få.",
    "calibrate.method.missing": "Det som saknas räknas inte som ett svar. En gradering som "
    "domänens skala inte har räknas för sig.",
    "calibrate.method.split": "Uppdelningen graderar om varje bedömares egna kryss med samma "
    "regler och läsning, och jämför med den gradering som bedömaren satte.",
    "calibrate.footer": "Gjord av spur_rules {version}. Samma underlag och samma frö ger samma "
    "sida.",
    "calibrate.left-out": "Bilder och alla tabeller: spur-rules calibrate … -o rapport.html",
    "calibrate.left-out-figures": "Alla mått med intervall: spur-rules calibrate … --format "
    "figures",
    "calibrate.wrote": "Skrev {file}.",
}
