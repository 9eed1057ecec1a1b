"""Kalibrering: samma kryss men olika gradering, och vad skillnaden hänger på."""

PHRASES: dict[str, str] = {
    "calibrate.found-ungraded": "Ingen har gett någon gradering. Då går det bara att jämföra "
    "kryssen; det görs längre ned.",
    "calibrate.split-none": "Det finns inget par av graderingar att dela upp.",
    "calibrate.judging": "{pairs} har samma kryss men olika gradering.",
    "calibrate.by-reading.one": "I {count} av dem ger en och samma läsning båda graderingarna, med "
    "olika värden: ni har läst orden olika.",
    "calibrate.by-reading.other": "I {count} av dem ger en och samma läsning båda graderingarna, "
    "med olika värden: ni har läst orden olika.",
    "calibrate.by-readings.one": "I {count} krävs det mer än en läsning för att få båda.",
    "calibrate.by-readings.other": "I {count} krävs det mer än en läsning för att få båda.",
    "calibrate.by-gap.one": "I {count} passar inget tryckt kriterium, och båda graderingarna går "
    "att försvara.",
    "calibrate.by-gap.other": "I {count} passar inget tryckt kriterium, och båda graderingarna går "
    "att försvara.",
    "calibrate.by-none.one": "I {count} följer minst en av graderingarna inte av någon läsning som "
    "har prövats.",
    "calibrate.by-none.other": "I {count} följer minst en av graderingarna inte av någon läsning "
    "som har prövats.",
    "calibrate.may-follow.one": "I {count} par är kryssen desamma, men de ej bedömda raderna gör "
    "att båda graderingarna kan följa. Där går det inte att tala om omdöme.",
    "calibrate.may-follow.other": "I {count} par är kryssen desamma, men de ej bedömda raderna gör "
    "att båda graderingarna kan följa. Där går det inte att tala om omdöme.",
    "calibrate.nothing-ticked.one": "I {count} par har ingen av de två kryssat något i domänen. "
    "Där säger kryssen ingenting.",
    "calibrate.nothing-ticked.other": "I {count} par har ingen av de två kryssat något i domänen. "
    "Där säger kryssen ingenting.",
    "calibrate.by-rules-known": "Reglerna ger båda en bestämd gradering i {known} av {pairs}. "
    "Hade bedömarna gett den graderingen, hade {share} av dessa par haft samma gradering.",
    "calibrate.hangs-on": "Vad skillnaden hänger på",
    "calibrate.follows-under.one": "{grade} följer av läsningen {profiles}.",
    "calibrate.follows-under.other": "{grade} följer av läsningarna {profiles}.",
    "calibrate.follows-if": "{grade} följer om {words} läses på annat sätt.",
    "calibrate.follows-now": "{grade} följer av reglerna.",
    "calibrate.follows-not": "{grade} följer inte av någon läsning som har prövats.",
    "calibrate.in-range.one": "{grades} ryms i spannet {range}, för att {rows} inte är bedömd.",
    "calibrate.in-range.other": "{grades} ryms i spannet {range}, för att {rows} inte är bedömda.",
    "calibrate.many-rows": "{count} rader",
    "calibrate.no-criterion": "Inget tryckt kriterium passar här ({because}). {grades} går båda "
    "att försvara.",
    "calibrate.readings-of-grades": "Samma kryss, olika gradering: varje läsning och värde som har "
    "prövats och ger graderingen",
    "calibrate.given-grade": "Gradering",
    "calibrate.values": "Profil eller värde",
    "calibrate.profile-head": "profil",
    "calibrate.quoted": "”{text}”",
    "calibrate.rare-d": "När D är sällsynt blir intervallen för Krippendorffs alfa för korta. I "
    "simulerade paneler med 8–20 fall, där var tolfte gradering var D, täckte de det sanna värdet "
    "drygt 80 gånger av 100, inte 95.",
}
