"""Tests as methods of classes: what they assert, and a report of how they went.

Since 2.1; decorators for skipping, setUpClass and more assertions since 2.7, subTest since 3.4, IsolatedAsyncioTestCase since 3.8.
Source: https://docs.python.org/3/library/unittest.html
"""

from _era import since
from .case import FunctionTestCase, SkipTest, TestCase, expectedFailure, skip, skipIf, skipUnless
from .runner import TestLoader, TestProgram, TestResult, TestSuite, TextTestResult, TextTestRunner, defaultTestLoader, main

__all__ = ["TestResult", "TestCase", "TestSuite", "TextTestRunner", "TestLoader", "FunctionTestCase", "main", "defaultTestLoader",
           "SkipTest", "skip", "skipIf", "skipUnless", "expectedFailure", "TextTestResult"]
if since(3, 8):
    __all__.append("IsolatedAsyncioTestCase")

    def __getattr__(name):
        # asyncio is large: it is imported by the programs that ask for it.
        if name == "IsolatedAsyncioTestCase":
            from .async_case import IsolatedAsyncioTestCase
            return IsolatedAsyncioTestCase
        raise AttributeError("module %r has no attribute %r" % (__name__, name))
