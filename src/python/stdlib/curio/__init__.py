"""curio, small: a kernel, traps by which coroutines ask it for something, and no callbacks.

This is this book's own re-creation of the interface, written from its documentation for what chapter 10 tells. It follows curio 0.9, of 10 March 2018:
`spawn(function, *arguments)`, `TaskError` from `join()`, `TaskGroup`. It is there from 3.6; `TaskGroup`, which came in March 2017 with 0.7, from 3.7. Sockets,
files, threads and processes are not part of it. `traps` has the one `yield` of it all, `kernel` what answers; everything else is made of these.
The original, by David Beazley, lives at https://github.com/dabeaz/curio.
Source: https://curio.readthedocs.io/
"""

from _era import since

from .errors import *
from .kernel import Kernel, run
from .sync import Condition, Event, Lock, Semaphore
from .queue import LifoQueue, PriorityQueue, Queue
from .task import Task, check_cancellation, current_task, disable_cancellation, spawn
from .time import clock, ignore_after, ignore_at, sleep, timeout_after, timeout_at, wake_at

if since(3, 7):
    from .group import TaskGroup, TaskGroupError

__version__ = "0.9"
