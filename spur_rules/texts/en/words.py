"""Numbers and statuses as words."""

NUMBERS: dict[int, str] = {
    1: "one",
    2: "two",
    3: "three",
    4: "four",
    5: "five",
    6: "six",
    7: "seven",
    8: "eight",
    9: "nine",
    10: "ten",
    11: "eleven",
    12: "twelve",
}
STATUSES: dict[str, str] = {
    "uppfyllt": "met",
    "på annat sätt": "met in another way",
    "delvis": "partly met",
    "ej uppfyllt": "not met",
    "ej tillämpligt": "not applicable",
    "ej bedömt": "not assessed",
}
