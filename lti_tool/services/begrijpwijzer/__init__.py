"""Naming needs: what is known, goals, chosen sentences, the pupil's own part."""
