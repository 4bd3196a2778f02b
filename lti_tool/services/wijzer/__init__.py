"""The checklists, and what can be counted beside their items."""
