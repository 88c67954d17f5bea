"""Handlers that keep records, or pass them on. Those for files that turn over, for sockets and mail are left out.

Source: https://docs.python.org/3/library/logging.handlers.html
"""

import copy
import logging
import queue

from _era import since


class BufferingHandler(logging.Handler):
    """Keeps records until there are enough."""

    def __init__(self, capacity):
        logging.Handler.__init__(self)
        self.capacity = capacity
        self.buffer = []

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity

    def emit(self, record):
        self.buffer.append(record)
        if self.shouldFlush(record):
            self.flush()

    def flush(self):
        del self.buffer[:]

    def close(self):
        try:
            self.flush()
        finally:
            logging.Handler.close(self)


class MemoryHandler(BufferingHandler):
    """Keeps records for another handler, which gets all of them at the first grave one."""

    def __init__(self, capacity, flushLevel=logging.ERROR, target=None, flushOnClose=True):
        BufferingHandler.__init__(self, capacity)
        self.flushLevel, self.target, self.flushOnClose = flushLevel, target, flushOnClose

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity or record.levelno >= self.flushLevel

    def setTarget(self, target):
        self.target = target

    def flush(self):
        if self.target:
            for record in self.buffer:
                self.target.handle(record)
            del self.buffer[:]

    def close(self):
        try:
            if self.flushOnClose:
                self.flush()
        finally:
            self.target = None
            BufferingHandler.close(self)


class QueueHandler(logging.Handler):
    """Puts records in a queue, from which a `QueueListener` takes them: the caller does not wait for handlers."""

    def __init__(self, queue):
        logging.Handler.__init__(self)
        self.queue = queue
        if since(3, 12):
            self.listener = None

    def enqueue(self, record):
        self.queue.put_nowait(record)

    def prepare(self, record):
        """The record as it can be kept: with its text made, and nothing of the program in it."""
        text = self.format(record)
        if since(3, 7):
            record = copy.copy(record)
        record.message = record.msg = text
        record.args = record.exc_info = record.exc_text = None
        if since(3, 8):
            record.stack_info = None
        return record

    def emit(self, record):
        try:
            self.enqueue(self.prepare(record))
        except Exception:
            self.handleError(record)


class QueueListener(object):
    """Hands the records of a queue to handlers, in a thread of its own."""

    _sentinel = None

    def __init__(self, queue, *handlers, respect_handler_level=False):
        self.queue, self.handlers, self.respect_handler_level = queue, handlers, respect_handler_level
        self._thread = None

    def dequeue(self, block):
        return self.queue.get(block)

    def start(self):
        import threading

        self._thread = threading.Thread(target=self._monitor)
        self._thread.daemon = True
        self._thread.start()

    def prepare(self, record):
        return record

    def handle(self, record):
        record = self.prepare(record)
        for handler in self.handlers:
            if not self.respect_handler_level or record.levelno >= handler.level:
                handler.handle(record)

    def _monitor(self):
        while True:
            try:
                record = self.dequeue(True)
            except queue.Empty:
                return
            if record is self._sentinel:
                return
            self.handle(record)

    def enqueue_sentinel(self):
        self.queue.put_nowait(self._sentinel)

    def stop(self):
        """Ends the thread, after what is in the queue."""
        if self._thread:
            self.enqueue_sentinel()
            self._thread.join()
            self._thread = None
