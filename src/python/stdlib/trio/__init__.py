"""Trio, small: tasks live in nurseries, whatever can wait can be cancelled, and a block ends when everything in it has ended.

This is this book's own re-creation of the interface, written from its documentation for what the chapters show. It is there from 3.7, the first Python released
after trio 0.1 of March 2017; memory channels (0.9) from 3.8; `lowlevel` (0.15) from 3.9, before that `hazmat`. What leaves a nursery follows the versions of
the day: up to 3.10 a single exception, or a MultiError of several (0.19); in 3.11 and 3.12 a single exception, or an ExceptionGroup (0.22); from 3.13 on an
ExceptionGroup always (0.25, `strict_exception_groups`). Of several tasks that are ready, trio itself runs any first; here it is the one that was ready first.
Sockets, files, threads, signals and processes are not part of it. The original, begun by Nathaniel J. Smith, lives at https://github.com/python-trio/trio.
Source: https://trio.readthedocs.io/en/stable/reference-core.html
"""

from _era import since

from ._errors import *
from ._nursery import TASK_STATUS_IGNORED, Nursery, open_nursery
from ._run import current_time, run
from ._scope import CancelScope, current_effective_deadline
from ._sync import Condition, Event, Lock, Semaphore
from ._timeouts import fail_after, fail_at, move_on_after, move_on_at, sleep, sleep_forever, sleep_until

if since(3, 8):
    from ._channel import MemoryReceiveChannel, MemorySendChannel, open_memory_channel
if since(3, 9):
    from . import lowlevel
else:
    from . import hazmat
if not since(3, 11):
    from ._nursery import MultiError

__version__ = "0.26.2" if since(3, 13) else "0.22.2" if since(3, 11) else "0.19.0"
