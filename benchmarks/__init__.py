"""Measurements by hand (`make bench`), never part of the tests: times say something on a quiet machine."""
