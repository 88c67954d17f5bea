"""Tasks: each carries a coroutine from future to future, one callback of the loop at a time.

Source: PEP 3156, "Tasks"; https://docs.python.org/3/library/asyncio-task.html
"""

import sys
from _asyncio import _count_nameless, _count_task, _enter_task, _leave_task, _registered, _swap_current_task, _task_of
from _era import native, since
from _lanes import adopt
from _quick import quickened
from _weakref import ref

from . import coroutines, events, exceptions, format_helpers, futures
from .exceptions import CancelledError, InvalidStateError

if since(3, 7):
    from _contextvars import copy_context


@quickened
class Task(futures.Future):
    """A coroutine on its way: a future for what it returns."""

    # Cleared where it does not matter that the task goes while it is pending.
    _log_destroy_pending = True
    _asyncio_future_blocking = False
    _name = None
    _num_cancels_requested = 0
    _must_cancel = False
    _fut_waiter = None

    def __init__(self, coro, *, loop=None, name=None, context=None, eager_start=False):
        super().__init__(loop=loop)
        if self._source_traceback:
            del self._source_traceback[-1]
        if not coroutines.iscoroutine(coro):
            self._log_destroy_pending = False
            raise TypeError(f"a coroutine was expected, got {coro!r}") if since(3, 7) else AssertionError(repr(coro))
        self._number = _count_task()
        if name is None:
            # A number, until somebody asks.
            self._name = _count_nameless()
        else:
            self._name = str(name)
        self._coro = coro
        adopt(coro, self)
        if context is None and since(3, 7):
            context = copy_context()
        self._context = context
        if eager_start and self._loop.is_running():
            self._start_eagerly()
        else:
            self._loop.call_soon(self._step, **events.carrying(context))
            _register_task(self)

    def __del__(self):
        # A task that memory did not suffice for has no loop.
        if self._state == futures._PENDING and self._log_destroy_pending and self._loop is not None:
            context = {"task": self, "message": "Task was destroyed but it is pending!"}
            if self._source_traceback:
                context["source_traceback"] = self._source_traceback
            self._loop.call_exception_handler(context)
        super().__del__()

    def _repr_info(self):
        info = super()._repr_info()
        if self.cancelling() and not self.done() if since(3, 11) else self._must_cancel:
            info[0] = "cancelling"
        at = 1
        if since(3, 8):
            info.insert(at, f"name={self.get_name()!r}")
            at += 1
        if since(3, 13):
            if self._fut_waiter is not None:
                info.insert(at, f"wait_for={self._fut_waiter!r}")
            if self._coro is not None:
                info.insert(at, f"coro=<{coroutines._format_coroutine(self._coro)}>")
            return info
        info.insert(at, f"coro=<{coroutines._format_coroutine(self._coro)}>")
        if self._fut_waiter is not None:
            info.insert(at + 1, f"wait_for={self._fut_waiter!r}")
        return info

    def get_coro(self):
        """The coroutine. Since 3.8."""
        return self._coro

    def get_context(self):
        """The context in which the coroutine runs. Since 3.12."""
        return self._context

    def get_name(self):
        """The name, `Task-` and a number unless it was given one. Since 3.8."""
        if type(self._name) is int:
            self._name = f"Task-{self._name}"
        return self._name

    def set_name(self, value):
        self._name = str(value)

    def set_result(self, result):
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception):
        raise RuntimeError("Task does not support set_exception operation")

    def get_stack(self, *, limit=None):
        """The frames in which it stands: the coroutine's, or those of its exception's traceback, outermost first."""
        frame = getattr(self._coro, "cr_frame", None) or getattr(self._coro, "gi_frame", None) or getattr(self._coro, "ag_frame", None)
        if frame is not None:
            return [frame][:limit]
        frames, tb = [], self._exception.__traceback__ if self._exception is not None else None
        while tb is not None:
            frames.append(tb.tb_frame)
            tb = tb.tb_next
        return frames if limit is None else frames[:limit]

    def print_stack(self, *, limit=None, file=None):
        """Writes where it stands, as a traceback."""
        import traceback

        head = file
        file = sys.stderr if file is None else file
        entries = [(f.f_code.co_filename, f.f_lineno, f.f_code.co_name) for f in self.get_stack(limit=limit)]
        exception = self._exception
        if not entries:
            print(f"No stack for {self!r}", file=head)
        elif exception is not None:
            print(f"Traceback for {self!r} (most recent call last):", file=head)
        else:
            print(f"Stack for {self!r} (most recent call last):", file=head)
        from _traceback import source_line

        for filename, lineno, name in entries:
            print(f'  File "{filename}", line {lineno}, in {name}', file=file)
            line = (source_line(filename, lineno) or "").strip()
            if line:
                print(f"    {line}", file=file)
        if exception is not None:
            for line in traceback.format_exception_only(type(exception), exception):
                print(line, file=file, end="")

    def cancel(self, msg=None):
        """Has CancelledError thrown into the coroutine on the next round. False when it is done already."""
        self._log_traceback = False
        if self._state != futures._PENDING:
            return False
        self._num_cancels_requested += 1
        if self._fut_waiter is not None:
            if self._fut_waiter.cancel(msg=msg) if since(3, 9) else self._fut_waiter.cancel():
                return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def cancelling(self):
        """How many times `cancel` was asked for and not taken back. Since 3.11."""
        return self._num_cancels_requested

    def uncancel(self):
        """Takes one `cancel` back; returns how many are left. Since 3.11."""
        if self._num_cancels_requested > 0:
            self._num_cancels_requested -= 1
            if self._num_cancels_requested == 0 and since(3, 13):
                self._must_cancel = False
        return self._num_cancels_requested

    def _start_eagerly(self):
        previous = _swap_current_task(self._loop, self)
        try:
            _register_eager_task(self)
            try:
                self._context.run(self._step_run_and_handle_result, None)
            finally:
                _unregister_eager_task(self)
        finally:
            _swap_current_task(self._loop, previous)
            if self.done():
                self._coro = None
            else:
                _register_task(self)

    def _step(self, exc=None):
        if self._state != futures._PENDING:
            raise InvalidStateError(f"__step(): already done: {self!r}, {exc!r}")
        if self._must_cancel:
            if not isinstance(exc, CancelledError):
                exc = self._make_cancelled_error()
            self._must_cancel = False
        self._fut_waiter = None
        loop = self._loop
        _enter_task(loop, self)
        try:
            self._step_run_and_handle_result(exc)
        finally:
            _leave_task(loop, self)
            self = None

    def _step_run_and_handle_result(self, exc):
        try:
            if exc is None:
                result = self._coro.send(None)
            else:
                result = self._coro.throw(exc)
        except StopIteration as end:
            self._returned(end.value)
        except BaseException as error:
            self._raised(error)
        else:
            self._wait_for(result)
        finally:
            self = None

    def _returned(self, value):
        if self._must_cancel:
            # It was cancelled in its very last step.
            self._must_cancel = False
            super().cancel(**_message(self._cancel_message))
        else:
            super().set_result(value)
        self._ended()

    def _raised(self, error):
        if isinstance(error, CancelledError):
            self._cancelled_exc = error
            super().cancel()
        else:
            super().set_exception(error)
        self._ended()
        if isinstance(error, (KeyboardInterrupt, SystemExit)) or not since(3, 8) and not isinstance(error, Exception):
            raise error

    def _ended(self):
        _unregister_task(self)

    def _wait_for(self, result):
        """The coroutine yielded something: a future to wake up from, or nothing, to go on in the next round."""
        if result is None:
            self._loop.call_soon(self._step, **events.carrying(self._context))
            return
        blocking = getattr(result, "_asyncio_future_blocking", None)
        if blocking is None:
            if isinstance(result, coroutines.GeneratorType):
                problem = f"yield was used instead of yield from for generator in task {self!r} with {result!r}"
            else:
                problem = f"Task got bad yield: {result!r}"
        elif futures._get_loop(result) is not self._loop:
            problem = f"Task {self!r} got Future {result!r} attached to a different loop"
        elif not blocking:
            problem = f"yield was used instead of yield from in task {self!r} with {result!r}"
        elif result is self:
            problem = f"Task cannot await on itself: {self!r}"
        else:
            result._asyncio_future_blocking = False
            result.add_done_callback(self._wakeup, **events.carrying(self._context))
            self._fut_waiter = result
            if self._must_cancel and (result.cancel(msg=self._cancel_message) if since(3, 9) else result.cancel()):
                self._must_cancel = False
            return
        self._loop.call_soon(self._step, RuntimeError(problem), **events.carrying(self._context))

    def _wakeup(self, future):
        try:
            future.result()
        except BaseException as error:
            self._step(error)
        else:
            # None, not the result: the future's own generator fetches it, and one that has been cancelled meanwhile must not.
            self._step()
        self = None

    if not since(3, 9):

        @classmethod
        def current_task(cls, loop=None):
            """The task that runs, or None. 3.4 to 3.8."""
            return _task_of(events.get_event_loop() if loop is None else loop)

        @classmethod
        def all_tasks(cls, loop=None):
            """All tasks of a loop, those that are done too. 3.4 to 3.8."""
            return _every(events.get_event_loop() if loop is None else loop)


if since(3, 6):
    # Written in C from then on.
    for _name in ("__init__", "cancel", "_start_eagerly", "_step", "_step_run_and_handle_result", "_returned", "_raised", "_ended", "_wait_for", "_wakeup"):
        native(getattr(Task, _name))
for _version, _names in (
    (since(3, 7), ()), (since(3, 8), ("get_coro",)), (since(3, 11), ("cancelling", "uncancel")), (since(3, 12), ("get_context",)),
):
    if not _version:
        for _name in _names:
            if _name in ("get_coro", "get_context"):
                delattr(Task, _name)
_PyTask = _CTask = Task


def _message(msg):
    return {} if msg is None else {"msg": msg}


# Which tasks there are. Weakly: a task that nobody holds is gone.

_tasks = {}
_eager_tasks = set()


def _key(task):
    # Asking a task's id gives it an address, which the program would see in those of its own objects.
    number = getattr(task, "_number", None)
    return id(task) if number is None else number


@quickened
def _register_task(task):
    _tasks[_key(task)] = ref(task)


def _register_eager_task(task):
    _eager_tasks.add(task)


@quickened
def _unregister_task(task):
    if since(3, 7):
        _tasks.pop(_key(task), None)


def _unregister_eager_task(task):
    _eager_tasks.discard(task)


_py_register_task = _c_register_task = _register_task
_py_unregister_task = _c_unregister_task = _unregister_task
_py_enter_task = _c_enter_task = _enter_task
_py_leave_task = _c_leave_task = _leave_task
_py_swap_current_task = _c_swap_current_task = _swap_current_task
_py_register_eager_task = _c_register_eager_task = _register_eager_task
_py_unregister_eager_task = _c_unregister_eager_task = _unregister_eager_task


def _every(loop):
    found = {*_eager_tasks, *_registered()}
    for number, reference in list(_tasks.items()):
        task = reference()
        if task is None:
            del _tasks[number]
        else:
            found.add(task)
    return {task for task in found if futures._get_loop(task) is loop}


def _alive(loop):
    return {task for task in _every(loop) if not task.done()}


def all_tasks(loop=None):
    """The tasks of a loop that are not done. Since 3.7."""
    return _alive(events.get_running_loop() if loop is None else loop)


def current_task(loop=None):
    """The task that runs, or None. Since 3.7."""
    return _task_of(events.get_running_loop() if loop is None else loop)


_py_current_task = _c_current_task = current_task
_py_all_tasks = _c_all_tasks = all_tasks


@quickened
def create_task(coro, *, name=None, context=None, **kwargs):
    """A task of the running loop. Since 3.7."""
    loop = events.get_running_loop()
    if context is not None:
        kwargs["context"] = context
    if name is not None and since(3, 8):
        kwargs["name"] = name
    return loop.create_task(coro, **kwargs)


def create_eager_task_factory(custom_task_constructor):
    """A task factory whose tasks begin at once. Since 3.12."""

    def factory(loop, coro, *, eager_start=True, name=None, context=None, **kwargs):
        return custom_task_constructor(coro, loop=loop, name=name, context=context, eager_start=eager_start, **kwargs)

    return factory


eager_task_factory = create_eager_task_factory(Task)

from .waiting import (  # noqa: E402  (they need Task)
    ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, _cancel_and_wait, _GatheringFuture, _release_waiter, _wait, as_completed, ensure_future, gather,
    run_coroutine_threadsafe, shield, sleep, wait, wait_for,
)

_ensure_future = ensure_future
