"""Futures as threads and processes use them. Here is what asyncio shares with them; executors run their calls one after another.

Since 3.2 (PEP 3148). Source: https://docs.python.org/3/library/concurrent.futures.html
"""

from concurrent.futures._base import (
    ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, BrokenExecutor, CancelledError, Error, Executor, Future, InvalidStateError, TimeoutError,
    ThreadPoolExecutor, as_completed, wait,
)

__all__ = (
    "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "CancelledError", "TimeoutError", "BrokenExecutor", "Future", "Executor", "wait",
    "as_completed", "ThreadPoolExecutor",
)


def __getattr__(name):
    if name == "ProcessPoolExecutor":
        raise NotImplementedError("ProcessPoolExecutor: there are no processes in this book's sandbox; use ThreadPoolExecutor")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
