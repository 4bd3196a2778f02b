"""The plan for one pupil, as an annex of the groepsplan."""
