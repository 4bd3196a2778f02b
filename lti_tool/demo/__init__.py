"""The demo learning platform: a small, real LTI 1.3 platform with made-up people.

It runs in its own process (``python -m lti_tool.demo``), imports nothing of the tool,
and talks to it over HTTP only, as any school's learning platform would. Where
platforms differ it does what Moodle 4.5 does.
"""
