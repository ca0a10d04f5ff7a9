class DatabaseUnusable(RuntimeError):
    """No database to work on; the message says why and what to do."""
