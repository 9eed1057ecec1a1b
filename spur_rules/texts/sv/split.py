"""Two bedömare of the same fall: what they saw apart, and what they judged apart."""

PHRASES: dict[str, str] = {
    "pair.title": "{first} och {second}, {case}, domän {domain}",
    "pair.kind.same_ticks_same_grade": "Samma kryss och samma gradering.",
    "pair.kind.same_ticks_other_grade": (
        "Samma kryss men olika gradering: skillnaden är en fråga om omdöme."
    ),
    "pair.kind.other_ticks_same_grade": "Olika kryss men samma gradering.",
    "pair.kind.explained_by_ticks": (
        "Olika kryss och olika gradering. Kryssen förklarar hela skillnaden."
    ),
    "pair.kind.not_explained_by_ticks": (
        "Olika kryss och olika gradering. Kryssen förklarar inte skillnaden."
    ),
    "pair.kind.open_because_unknown": (
        "Olika kryss och olika gradering. Rader som är ej bedömda gör att det inte går att säga om "
        "kryssen förklarar skillnaden."
    ),
    "pair.nothing-ticked": "Ingen av dem har kryssat något i domänen. Då säger kryssen ingenting.",
    "pair.same-but-open": (
        "Samma kryss men olika gradering. Rader som är ej bedömda gör att båda graderingarna kan "
        "följa. Då går det inte att säga att det är en fråga om omdöme."
    ),
    "pair.follows": "{rater} gav {given}. Det följer av de egna kryssen.",
    "pair.departs": "{rater} gav {given}. Reglerna ger {suggested} för de egna kryssen.",
    "pair.open": "{rater} gav {given}. De egna kryssen lämnar {suggested} öppet.",
    "pair.tick": "{indicator} ({norm}). {first}: {first_tick}. {second}: {second_tick}.",
    "pair.not-in-use": "raden används inte",
    "pair.settled-by.one": (
        "Enas ni om {indicators} ger reglerna er samma gradering, vilket svaret än blir."
    ),
    "pair.settled-by.other": (
        "Det räcker att ni enas om {indicators}: då ger reglerna er samma gradering, vilket svaret "
        "än blir."
    ),
    "pair.settled-as": "Bedömer båda {indicator} som {status} ger reglerna er samma gradering.",
    "pair.settled-by-none": "Ingen enskild rad ger er samma gradering.",
    "pair.follows-from": "{grade} följer {readings}.",
    "pair.follows-from-none": "{grade} följer inte av någon läsning som har prövats.",
    "pair.no-criterion": (
        "{grade} går att försvara: inget tryckt kriterium passar här ({because})."
    ),
    "pair.profile": "av läsningen {profiles}",
    "pair.value": "av att {parameter} är {values}",
}
