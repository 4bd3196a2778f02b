"""LTI 1.3: the only room that knows PyLTI1p3 and the messages of a learning platform."""
