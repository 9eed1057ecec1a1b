"""En panel under pseudonymer: vad som lämnas vidare, och vad som stannar."""

PHRASES: dict[str, str] = {
    "pseudonyms.table": "{table}: {checklists} av {raters} för {cases}.",
    "pseudonyms.checklists.one": "{count} checklista",
    "pseudonyms.checklists.other": "{count} checklistor",
    "pseudonyms.raters.one": "{count} bedömare",
    "pseudonyms.raters.other": "{count} bedömare",
    "pseudonyms.cases.one": "{count} fall",
    "pseudonyms.cases.other": "{count} fall",
    "pseudonyms.replaced.raters": (
        "Bedömarna står under pseudonym. Fallen står kvar under sina namn: ange --cases om också"
        " de ska bytas."
    ),
    "pseudonyms.replaced.both": "Bedömarna och fallen står under pseudonym.",
    "pseudonyms.left-out": (
        "Kommentarer, skäl, underlag, enhet, datum och inspektörer följer inte med."
    ),
    "pseudonyms.key": "Nyckeln {file}: {entries}, varav {new} nya.",
    "pseudonyms.key-unchanged": "Nyckeln {file}: {entries}, inga nya.",
    "pseudonyms.keep": "Nyckeln visar vem som är vem. Skicka den aldrig.",
    "pseudonyms.beside": (
        "Obs: nyckeln ligger bland det som lämnas vidare, i tabellens mapp. Flytta den innan"
        " mappen delas eller säkerhetskopieras åt andra."
    ),
    "pseudonyms.header": (
        "Nyckel till pseudonymer: den visar vem som är vem. Skicka den aldrig till någon.\n"
        "Förvara den skild från tabellen, och där bara den som ansvarar för kalibreringen kommer"
        " åt den.\n"
        "Använd samma nyckel nästa gång: då behåller var och en sin pseudonym."
    ),
}
