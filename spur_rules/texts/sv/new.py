"""Nya filer, regler och fall: kommentarerna i dem, och vad som återstår."""

PHRASES: dict[str, str] = {
    "new-rule.ceiling": "Taket: den bästa graden som regeln lämnar kvar (B, C eller D).",
    "new-rule.needs": "Regeln gäller bara i domäner som har denna norm.",
    "new-rule.when": (
        "När regeln utlöses: en indikator, till exempel {{indicator: D2, is: [delvis, ej"
        " uppfyllt]}}, eller ett antal, till exempel {{fact: allmänt_råd.brister, at_least: 1}}."
        " Regeln får bara fråga efter det som saknas."
    ),
    "new-rule.because": (
        "Varför, som en bisats utan punkt, till exempel: minst ett allmänt råd följs inte helt."
        " Engelska, under en, är valfritt."
    ),
    "new-rule.printed": (
        "Den tryckta mening som regeln följer, ordagrant. Finns ingen, ta bort raden."
    ),
    "new-rule.source": "Varifrån regeln kommer: en skala, ett beslut, en paragraf.",
    "new-cases.about": (
        "Fall till reglerna: vad kryssen ska ge. Det väntade skrivs för hand efter de tryckta"
        " kriterierna, aldrig efter vad programmet säger."
    ),
    "new-case.about": "En mening om vad fallet visar.",
    "new-case.scale": "Skalan i domän {domain}, som den är tryckt:",
    "new-case.expect": (
        "Graden enligt skalan ovan. Är något ej bedömt kan den vara öppen: skriv då worst och best"
        " i stället."
    ),
    "new-case.more": (
        "Valfritt, och prövas bara om det står här: alla regler som utlöses, alla brister med"
        " taket de bär, alla förbehåll."
    ),
    "new-overlay.about": (
        "Ett tillägg till en katalog: vad en förening vill att granskningen också ska fråga om."
        " Katalogens egna rader ändras bara av det som står här, och alltid med ett skäl."
    ),
    "new-overlay.example": (
        "Så länge raden nedan står kvar säger varje rapport att tillägget är ett exempel. Ta bort"
        " den när föreningen har antagit tillägget."
    ),
    "new-overlay.add": (
        "En tillagd rad är en kvalitetsindikator. Beteckningen är domänens bokstav, ett bindestreck"
        " och föreningens egna bokstäver. Den används aldrig om för något annat."
    ),
    "new-overlay.more": (
        "Ett tillägg kan också ge anmärkningar till rader, formulera om en kvalitetsindikator och"
        " ta bort en. En föreskrift tas bara bort när den är upphävd."
    ),
    "new-written.rule": "Regeln {id} står i {file}, rad {line}.",
    "new-written.case": "Fallet {id} står i {file}, rad {line}.",
    "new-written.overlay": "Tillägget {id} står i {file}, dess första rad på rad {line}.",
    "new-left.one": "Kvar att skriva, märkt TODO: rad {lines}.",
    "new-left.other": "Kvar att skriva, märkt TODO: raderna {lines}.",
    "new-next": "Härnäst:",
    "new-step.fill": "Skriv det som är märkt TODO.",
    "new-step.schema": "Låt redigeraren hjälpa till:",
    "new-step.case": "Skriv ett fall som utlöser regeln och ett som inte gör det:",
    "new-step.test": "Pröva fallen:",
    "new-step.verify": "Pröva att reglerna håller ihop:",
    "new-step.own": "Skriv era egna rader, och ta bort example: true när de är antagna.",
    "new-step.use": "Gradera med tillägget:",
    "new-step.version": "Höj version i filens huvud.",
}
