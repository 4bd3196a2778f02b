"""The plan of a cycle: filled from needs, changed by several people, fixed, compared."""
