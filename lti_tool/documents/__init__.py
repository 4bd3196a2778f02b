"""Files in and files out, from and to plain data: no web, no database."""
