"""Tests that are coroutines: each runs in an event loop of its own. Since 3.8.

Source: https://docs.python.org/3/library/unittest.html#unittest.IsolatedAsyncioTestCase
"""

import asyncio
import inspect

from .case import TestCase


class IsolatedAsyncioTestCase(TestCase):
    """A TestCase whose tests may be `async def`; setUp, test, tearDown and cleanups share one event loop."""

    _abstract = True

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls._abstract = False

    async def asyncSetUp(self):
        """Runs after setUp, in the loop."""

    async def asyncTearDown(self):
        """Runs before tearDown, in the loop."""

    def addAsyncCleanup(self, function, /, *args, **kwargs):
        """Awaits this after the test."""
        self.addCleanup(function, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        value = await cm.__aenter__()
        self.addAsyncCleanup(cm.__aexit__, None, None, None)
        return value

    def _in_loop(self, function, *args, **kwargs):
        result = function(*args, **kwargs)
        if inspect.isawaitable(result):
            async def wait():
                return await result
            return self._loop.run_until_complete(wait())
        return result

    def _callSetUp(self):
        self.setUp()
        self._in_loop(self.asyncSetUp)

    def _callTestMethod(self, method):
        self._in_loop(method)

    def _callTearDown(self):
        self._in_loop(self.asyncTearDown)
        self.tearDown()

    def _callCleanup(self, function, args, kwargs):
        self._in_loop(function, *args, **kwargs)

    def run(self, result=None):
        self._loop = asyncio.new_event_loop()
        self._loop.set_debug(True)
        asyncio.set_event_loop(self._loop)
        try:
            return super().run(result)
        finally:
            asyncio.set_event_loop(None)
            self._loop.close()
