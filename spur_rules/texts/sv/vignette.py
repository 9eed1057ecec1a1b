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
    "vignette.seed": (
        "Slumptal {seed}: med det blir fallen desamma igen. Berätta det inte för bedömarna."
    ),
    "vignette.hand-out": "Dela ut {folder}. Dela inte ut {answers}.",
    "vignette.invented": "Fallet är påhittat. Det beskriver ingen verklig enhet.",
    "vignette.fill": "Sätt status på varje rad efter beskrivningen i {file}.",
    "vignette.example": "Ett skäl skrivs så, på egna rader (i skälet får det stå komma och kolon):",
    "vignette.grade-lines": (
        "Sätt en gradering per domän: skriv bokstaven efter kolon. Kan du inte gradera en domän,"
        " lämna den tom."
    ),
    "vignette.scale": "skala {grades}",
    "vignette.example.status": (
        "  E9:\n    status: på annat sätt\n    reason: >-\n"
        "      Handledaren finns på annan ort, men nås dagligen."
    ),
    "vignette.example.grade": (
        "  E:\n    grade: B\n    reason: >-\n      Skälet skrivs här, med egna ord."
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
        " skäl. Skriv det på egna rader, med samma indrag som här:"
    ),
    "vignette.read-me.grade": (
        "En gradering skrivs efter kolon, `E: B`. Kan du inte gradera en domän, lämna den tom."
        " Skriv gärna skälet också, på egna rader: det är det som diskuteras."
    ),
    "vignette.read-me.alone": (
        "Arbeta ensam. Kör inte spur-rules på fallet innan du har lämnat in det: programmet visar"
        " sitt förslag till gradering. Ett undantag: `spur-rules ask --blind fall-01.yaml` frågar"
        " rad för rad och sparar varje svar och gradering, utan att visa något förslag."
    ),
    "vignette.read-me.return": "Spara filen under samma namn, och lämna in den.",
    "vignette.key": "Facit",
    "vignette.key.made": "Läsning {policy}. Slumptal {seed}. Katalog {catalog}, regler {rules}.",
    "vignette.key.suggests": (
        "Graderingarna är vad reglerna föreslår under läsningen. De är inget domslut om vad som är"
        " rätt."
    ),
    "vignette.key.more": (
        "Under varje domän: vad fallet prövar, sedan de rader som inte är uppfyllda med den mening"
        " som står i beskrivningen. Övriga rader är uppfyllda. Hela förklaringen av varje domän"
        " finns i `facit.yaml`."
    ),
    "vignette.coverage": "Täckning",
    "vignette.case": "fall",
    "vignette.column.row": "rad",
    "vignette.column.tick": "kryss",
    "vignette.column.sentence": "mening",
    "vignette.random": "Prövar inget särskilt. Raderna är slumpade: {rows}.",
    "vignette.all-met": "Prövar inget särskilt. Alla rader är uppfyllda.",
    "vignette.tests.status": (
        "Prövar: vad betyder {was} i {id}? Den som i stället sätter {to} {gets}."
    ),
    "vignette.tests.tick": (
        "Prövar: vad betyder en enda rad till eller från? {id} är {was}. Den som i stället sätter"
        " {to} {gets}."
    ),
    "vignette.tests.printed": (
        "Prövar: hur läses ”{printed}”? Det gäller {meaning}. Facit räknar med {now}. Den som"
        " räknar med {value}, som läsningen {profiles}, {gets}."
    ),
    "vignette.tests.weight": (
        "Prövar: {meaning}? Facit räknar med {now}. Den som räknar med {value}, som läsningen"
        " {profiles}, {gets}."
    ),
    "vignette.gets": "får {grade}",
    "vignette.gets.gap": "hamnar utanför skalan: {grade}",
    "vignette.details": "Detaljer: gränsen {better}–{worse}, {hinge}.",
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
    "vignette.no-aim": "Domänen är inte lagd vid någon gräns. Raderna är slumpade.",
}
