"""Which Python this is, as asyncio's own modules asked until 3.6."""

from _era import since

PY34 = since(3, 4)
PY35 = since(3, 5)
PY352 = since(3, 5)


def flatten_list_bytes(list_of_data):
    """One bytes object of several pieces."""
    return b"".join(list_of_data)
