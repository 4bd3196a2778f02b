"""gunicorn for `groepswijzer serve`; GROEPSWIJZER_BIND and _WORKERS are read from the settings."""

from lti_tool.settings import load_settings

_settings = load_settings()
bind = _settings.bind
workers = _settings.workers
# The application is loaded once and then forked: a quicker start and less memory. Nothing in it may hold a
# connection by then; create_app opens none.
preload_app = True
# A worker that waits for a slow learning platform must not hold up a colleague who saves a cell.
worker_class = "gthread"
threads = 4
timeout = 60
# Longer than the few seconds between two questions of an open page: no new connection each time, and none
# that closes just when a cell is sent.
keepalive = 30
graceful_timeout = 20
# Addresses of pages name groups by number, and a launch carries a token: no access log by default.
accesslog = None
errorlog = "-"
# nothing to steer from outside, and no file in the home of who starts it
control_socket_disable = True
