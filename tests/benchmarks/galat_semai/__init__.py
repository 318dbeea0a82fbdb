"""Errors of entry, seeded into real figures: the cells, the kinds, and the count of what the checks find."""
