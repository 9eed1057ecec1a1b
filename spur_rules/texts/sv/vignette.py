"""Cases to grade: the boundaries, what a rater is handed, and the answer key."""

PHRASES: dict[str, str] = {
    "vignette.boundaries": "Gränser som ett fall kan ligga vid, läsning {policy}",
    "vignette.on-scale": "{letter}  {title} (skala {grades})",
    "vignette.rule": "regel",
    "vignette.parameter": "parameter",
    "vignette.status": "status",
    "vignette.gap": "lucka, {kind}",
    "vignette.gap-note": (
        "Lucka: graderingen är densamma på båda sidor, men på den ena passar inget tryckt"
        " kriterium."
    ),
    "vignette.fewest": (
        "Gränser: {boundaries}. Så många fall behövs för att täcka dem alla: {cases}."
    ),
    "vignette.made.one": "Ett fall ligger i {folder} och facit i {answers}.",
    "vignette.made.other": "{count} fall ligger i {folder} och facit i {answers}.",
    "vignette.covers": (
        "Fallen täcker alla {boundaries} gränser. Färre räcker inte: domän {letters} har {number}"
        " gränser, och varje fall ligger vid en av dem."
    ),
    "vignette.seed": "Samma frö ({seed}) ger samma fall igen.",
    "vignette.hand-out": "Dela ut {folder}. Dela inte ut {answers}.",
    "vignette.invented": "Fallet är påhittat. Det beskriver ingen verklig enhet.",
    "vignette.fill": "Sätt status på varje rad efter beskrivningen i {file}.",
    "vignette.grade-lines": (
        "Sätt en gradering per domän: ta bort tecknet # på raderna nedan, och skriv din bokstav"
        " efter kolon."
    ),
    "vignette.read-me": "Så fyller du i fallen",
    "vignette.read-me.ticks": (
        "Varje fil är en ifylld checklista för ett påhittat fall. Kryssen är satta. Läs dem, och"
        " sätt en gradering för varje domän sist i filen, under `given`."
    ),
    "vignette.read-me.description": (
        "Varje fall är en beskrivning (`.md`) och en tom checklista med samma namn (`.yaml`). Läs"
        " beskrivningen, sätt en status på varje rad i checklistan, och sätt sedan en gradering för"
        " varje domän sist i filen, under `given`."
    ),
    "vignette.read-me.statuses": (
        "Status är `uppfyllt`, `delvis`, `ej uppfyllt`, `ej tillämpligt` eller `ej bedömt`, och för"
        " ett allmänt råd också `på annat sätt`. `ej tillämpligt` och `på annat sätt` kräver ett"
        " skäl: `E9: {{status: på annat sätt, reason: …}}`."
    ),
    "vignette.read-me.grade": (
        "En gradering kan skrivas ensam, `E: B`, eller med skäl, `E: {{grade: B, reason: …}}`."
        " Skriv gärna skälet: det är det som diskuteras."
    ),
    "vignette.read-me.alone": (
        "Arbeta ensam. Kör inte spur-rules på fallet innan du har lämnat in det: programmet visar"
        " sitt förslag till gradering. Ett undantag: `spur-rules ask --blind fall-01.yaml` frågar"
        " rad för rad och sparar varje svar och gradering, utan att visa något förslag."
    ),
    "vignette.read-me.return": "Spara filen under samma namn, och lämna in den.",
    "vignette.key": "Facit",
    "vignette.key.made": "Läsning {policy}. Frö {seed}. Katalog {catalog}, regler {rules}.",
    "vignette.key.suggests": (
        "Graderingarna är vad reglerna föreslår under läsningen. De är inget domslut om vad som är"
        " rätt."
    ),
    "vignette.coverage": "Täckning",
    "vignette.case": "fall",
    "vignette.near": "Fallet ligger vid gränsen {better}–{worse} och hänger på {hinge}.",
    "vignette.hinge.rule": "regeln {name}",
    "vignette.hinge.parameter": "parametern {name}",
    "vignette.hinge.status": "statusen {name}",
    "vignette.hinge.gap": "{hinge}, i en lucka i den tryckta skalan",
    "vignette.step.tick": "Steget: {id} kryssas {to} i stället för {was}. Då blir det {grade}.",
    "vignette.step.reading": (
        "Steget: {name} läses som {value} i stället för {now}. Då blir det {grade}."
    ),
    "vignette.step.profiles": "Så läser {profiles}.",
    "vignette.graded": "gradering {grade}",
    "vignette.graded.gap": "gradering {grade} med förbehållet att inget tryckt kriterium passar",
    "vignette.no-aim": "Domänen är inte lagd vid någon gräns. Raderna är dragna ur bastalen.",
}
