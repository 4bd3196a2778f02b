"""The rules of handelingsgericht werken as pure Python: no storage, no web.

Nothing here imports the rest of the project, so that every rule of the field can
be read, tested and changed on its own.
"""
