"""How well the model agrees with published measurements; for tests, the fit and the documents."""
