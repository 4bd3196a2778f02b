"""While the plan is carried out: week table, log, halfway evaluation."""
