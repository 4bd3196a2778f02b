"""The addresses that a learning platform calls, and the page that places links in a course."""
