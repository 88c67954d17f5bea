"""asyncio: coroutines, tasks and futures on an event loop. Since 3.4 (PEP 3156).

The loop runs on the program's virtual clock. Each name is there from the release that brought it to the one that took it away.
Source: https://docs.python.org/3/library/asyncio.html
"""

from _era import since as _since
from _lazy import later as _later

from . import constants, exceptions, format_helpers, log, coroutines, events, futures, tasks, base_events, selector_events
from .base_events import BaseEventLoop
from .coroutines import iscoroutine, iscoroutinefunction
from .events import (
    AbstractEventLoop, AbstractEventLoopPolicy, AbstractServer, Handle, TimerHandle, get_child_watcher, get_event_loop, get_event_loop_policy,
    new_event_loop, set_child_watcher, set_event_loop, set_event_loop_policy,
)
from .exceptions import CancelledError, IncompleteReadError, InvalidStateError, LimitOverrunError, TimeoutError
from .futures import Future, isfuture, wrap_future
from .selector_events import DefaultEventLoopPolicy, SelectorEventLoop
from .tasks import (
    ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, Task, as_completed, ensure_future, gather, run_coroutine_threadsafe, shield, sleep, wait, wait_for,
)

# What not every program needs is imported when it asks for it: a name, or the module.
for _module, _names in (
    ("locks", ("BoundedSemaphore", "Condition", "Event", "Lock", "Semaphore")),
    ("queues", ("LifoQueue", "PriorityQueue", "Queue", "QueueEmpty", "QueueFull")),
    ("protocols", ("BaseProtocol", "DatagramProtocol", "Protocol", "SubprocessProtocol")),
    ("transports", ("BaseTransport", "DatagramTransport", "ReadTransport", "SubprocessTransport", "Transport", "WriteTransport")),
    ("selector_transports", ()),
    ("subprocess", ("create_subprocess_exec", "create_subprocess_shell")),
    (
        "streams",
        ("StreamReader", "StreamReaderProtocol", "StreamWriter", "open_connection", "open_unix_connection", "start_server", "start_unix_server"),
    ),
):
    _later("asyncio", _module, _names)
del _module, _names

if not _since(3, 11):
    from .coroutines import coroutine
if not _since(3, 7):
    # `async` is a name in these Pythons; it became a keyword in 3.7.
    globals()["async"] = ensure_future
if _since(3, 7):
    from .base_events import Server
    from .events import _get_running_loop, _set_running_loop, get_running_loop
    from .runners import run
    _later("asyncio", "protocols", ("BufferedProtocol",))
    from .tasks import _enter_task, _leave_task, _register_task, _unregister_task, all_tasks, create_task, current_task
if _since(3, 8):
    from .exceptions import SendfileNotAvailableError
if _since(3, 9):
    _later("asyncio", "threads", ("to_thread",))
if _since(3, 11):
    from .exceptions import BrokenBarrierError
    from .runners import Runner
    _later("asyncio", "locks", ("Barrier",))
    _later("asyncio", "taskgroups", ("TaskGroup",))
    _later("asyncio", "timeouts", ("Timeout", "timeout", "timeout_at"))
if _since(3, 12):
    from .tasks import create_eager_task_factory, eager_task_factory
if _since(3, 13):
    _later("asyncio", "queues", ("QueueShutDown",))
if not _since(3, 5):
    _later("asyncio", "queues", ("JoinableQueue",))
