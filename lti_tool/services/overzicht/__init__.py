"""The groepsoverzicht: its cells and columns, measurements, signals and the files that it becomes."""
