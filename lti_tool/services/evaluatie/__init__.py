"""What became of it: results per goal and pupil, per row, and what goes on to the next cycle."""
