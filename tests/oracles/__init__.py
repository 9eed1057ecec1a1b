"""The coefficients held against irrCAC, krippendorff and scikit-learn: `scripts/oracles`."""
