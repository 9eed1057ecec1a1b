"""How many cases and raters a workshop needs, by workshops drawn before they are held."""
