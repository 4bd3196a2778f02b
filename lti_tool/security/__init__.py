"""Who may do what: one table of permissions, sessions, headers."""
