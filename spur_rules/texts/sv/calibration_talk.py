"""Kalibrering: det man bör tala om, en punkt i taget."""

PHRASES: dict[str, str] = {
    "calibrate.talk": "Tala om detta",
    "calibrate.talk-about": "Överst står det som skulle göra flest par överens, och fallet där "
    "det syns bäst. Ett och samma par kan finnas i flera punkter.",
    "calibrate.talk-none": "Här finns ingen enskild rad eller läsning som skulle göra något par "
    "överens.",
    "calibrate.talk-more.one": "{count} fråga till skulle göra par överens. Alla rader och "
    "läsningar står i sidans tabeller.",
    "calibrate.talk-more.other": "{count} frågor till skulle göra par överens. Alla rader och "
    "läsningar står i sidans tabeller.",
    "calibrate.talk-title.row": "{row} {text}",
    "calibrate.talk-title.parameter": "{topic} (domän {domain})",
    "calibrate.talk-title.grade": "Domän {domain}: graderingar som inte följer av kryssen",
    "calibrate.talk-title.gap": "Domän {domain}: inget tryckt kriterium passar kryssen",
    "calibrate.talk-at-d": "{title} – gäller gränsen till D",
    "calibrate.topic.enstaka_undantag.högst": "Hur många undantag är ”enstaka”?",
    "calibrate.topic.enstaka_undantag.minsta_andel": "Hur stor del av kvalitetsindikatorerna måste "
    "vara uppfylld?",
    "calibrate.topic.väsentliga_delar.minsta_andel": "Hur stor del av de allmänna råden är "
    "”väsentliga delar”?",
    "calibrate.topic.delvis.allmänt_råd": "Vad räknas ett delvis följt allmänt råd som?",
    "calibrate.topic.delvis.kvalitetsindikator": "Vad räknas en delvis uppfylld "
    "kvalitetsindikator som?",
    "calibrate.depends.enstaka_undantag.högst": "hur många undantag som är enstaka",
    "calibrate.depends.enstaka_undantag.minsta_andel": "hur stor del av kvalitetsindikatorerna som "
    "måste vara uppfylld",
    "calibrate.depends.väsentliga_delar.minsta_andel": "hur stor del av de allmänna råden som är "
    "väsentliga delar",
    "calibrate.depends.delvis.allmänt_råd": "vad ett delvis följt allmänt råd räknas som",
    "calibrate.depends.delvis.kvalitetsindikator": "vad en delvis uppfylld kvalitetsindikator "
    "räknas som",
    "calibrate.talk-question.row": "Såg ni olika saker, eller läser ni raden olika?",
    "calibrate.talk-question.grade": "Vad vägde ni in?",
    "calibrate.talk-question.gap": "Vilken gradering vill ni ha i ett sådant läge? ({because})",
    "calibrate.talk-printed": "Ryms det i ”{text}”?",
    "calibrate.talk-not-printed": "Vad ska gälla? De tryckta skalorna säger det inte.",
    "calibrate.also": "Kan också bero på: {parameters}.",
    "calibrate.grade": "Gradering {letter}",
    "calibrate.side": "{answer}: {raters}.",
    "calibrate.sides": "{case}. {sides}",
    "calibrate.settles": "I {case} avgör frågan {here}; i alla fall {all}.",
    "calibrate.settles-everywhere": "I domän {domain} i {case} avgör frågan {here}; i alla domäner "
    "och fall {all}.",
    "calibrate.settles-here": "Frågan avgör {here}.",
    "calibrate.of-grade": "I {case} gäller det {here}; i alla fall {all}.",
    "calibrate.of-grade-here": "Det gäller {here}.",
    "calibrate.stands": "Bedömarna i varje punkt",
    "calibrate.point": "Punkt",
    "calibrate.answer": "Svar",
    "calibrate.who": "Bedömare",
}
