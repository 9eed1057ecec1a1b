"""How strict each rater is, where the design tells."""
