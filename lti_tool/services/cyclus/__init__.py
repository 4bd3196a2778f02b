"""A cycle as a whole: opened with what the previous one hands on, how far it is, what is due."""
