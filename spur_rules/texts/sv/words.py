"""Numbers and statuses as words."""

NUMBERS: dict[int, str] = {
    1: "en",
    2: "två",
    3: "tre",
    4: "fyra",
    5: "fem",
    6: "sex",
    7: "sju",
    8: "åtta",
    9: "nio",
    10: "tio",
    11: "elva",
    12: "tolv",
}
STATUSES: dict[str, str] = {
    "uppfyllt": "uppfyllt",
    "på annat sätt": "på annat sätt",
    "delvis": "delvis",
    "ej uppfyllt": "ej uppfyllt",
    "ej tillämpligt": "ej tillämpligt",
    "ej bedömt": "ej bedömt",
}
