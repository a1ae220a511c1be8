"""Factors between the units a person uses and those the program counts in."""

SECONDS_PER_MINUTE = 60
MILLISECONDS_PER_SECOND = 1000
