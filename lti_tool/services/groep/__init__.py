"""The class itself: who is in it, who teaches it, its cycles and rows."""
