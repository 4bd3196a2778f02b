"""The verbs. Each takes a database session, never a request; a verb flushes, the caller commits."""
