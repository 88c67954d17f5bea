"""The name that `_thread` had before 3.0. Source: https://docs.python.org/2/library/thread.html"""

from _thread import LockType, allocate, allocate_lock, error, get_ident, start_new, start_new_thread
