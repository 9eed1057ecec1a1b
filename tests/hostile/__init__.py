"""Files that are out to do harm, or were harmed: what spur_rules makes of more than 300 of them."""
