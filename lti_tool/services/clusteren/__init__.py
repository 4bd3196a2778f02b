"""Subgroups per domain, what the board proposes and points out, points for the whole group."""
