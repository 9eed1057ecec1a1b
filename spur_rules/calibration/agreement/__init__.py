"""How far raters agree: ratings on a scale to coefficients with their intervals."""
