"""One test: its assertions, what happens before and after it, and what its outcome is.

Source: https://docs.python.org/3/library/unittest.html
"""

import sys
import warnings

from _era import since


class SkipTest(Exception):
    """Raised by a test that does not apply."""


def _id(test):
    return test


def skip(reason):
    """Decorator: the test, or all tests of the class, are left out."""
    def decorate(item):
        if not isinstance(item, type):
            def skipped(*args, **kwargs):
                raise SkipTest(reason)
            skipped.__name__, skipped.__doc__ = item.__name__, item.__doc__
            skipped.__unittest_skip__ = True
            skipped.__unittest_skip_why__ = reason
            return skipped
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item
    if callable(reason):
        item, reason = reason, ""
        return decorate(item)
    return decorate


def skipIf(condition, reason):
    return skip(reason) if condition else _id


def skipUnless(condition, reason):
    return _id if condition else skip(reason)


def expectedFailure(item):
    """Decorator: this test is known to fail, and a success is the surprise."""
    item.__unittest_expecting_failure__ = True
    return item


class _Raises(object):
    """The block of `with self.assertRaises(…)`: keeps the exception, and looks at its text if a pattern is given."""

    def __init__(self, case, expected, pattern, msg):
        self.case, self.expected, self.pattern, self.msg = case, expected, pattern, msg
        self.exception = None

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        if exc_type is None:
            expected = self.expected
            name = expected.__name__ if hasattr(expected, "__name__") else str(expected)
            self.case.fail(self.case._formatMessage(self.msg, "%s not raised" % name))
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc_value.with_traceback(None) if hasattr(exc_value, "with_traceback") else exc_value
        if self.pattern is not None:
            import re
            if not re.compile(self.pattern).search(str(exc_value)):
                pattern = getattr(self.pattern, "pattern", self.pattern)
                self.case.fail(self.case._formatMessage(self.msg, '"%s" does not match "%s"' % (pattern, exc_value)))
        return True


class _Warns(object):
    """The block of `with self.assertWarns(…)`."""

    def __init__(self, case, expected, pattern, msg):
        self.case, self.expected, self.pattern, self.msg = case, expected, pattern, msg

    def __enter__(self):
        self.manager = warnings.catch_warnings(record=True)
        self.warnings = self.manager.__enter__()
        warnings.simplefilter("always", self.expected if isinstance(self.expected, type) else Warning)
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self.manager.__exit__(exc_type, exc_value, tb)
        if exc_type is not None:
            return
        import re
        first = None
        for w in self.warnings:
            if not isinstance(w.message, self.expected):
                continue
            first = first or w
            if self.pattern is not None and not re.search(self.pattern, str(w.message)):
                continue
            self.warning, self.filename, self.lineno = w.message, w.filename, w.lineno
            return
        name = getattr(self.expected, "__name__", str(self.expected))
        if first is not None:
            self.case.fail(self.case._formatMessage(self.msg, '"%s" does not match "%s"' % (self.pattern, first.message)))
        self.case.fail(self.case._formatMessage(self.msg, "%s not triggered" % name))


class _SubTest(object):
    """A part of a test that may fail while the others go on."""

    def __init__(self, case, text, result):
        self.case, self.text, self.result = case, text, result
        self.failureException = case.failureException

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        if exc_type is None or self.result is None or not issubclass(exc_type, Exception):
            return False
        err = exc_type, exc_value, tb
        if issubclass(exc_type, SkipTest):
            self.result.addSkip(self, str(exc_value))
            return True
        self.case._parts_failed = True
        self.result.addSubTest(self.case, self, err)
        return True

    def id(self):
        return "%s %s" % (self.case.id(), self.text)

    def shortDescription(self):
        return self.case.shortDescription()

    def __str__(self):
        return "%s %s" % (self.case, self.text)


def _shown(value):
    text = repr(value)
    return text if len(text) < 3000 else text[:3000] + " [truncated]..."


class TestCase(object):
    """A class of tests: each method whose name begins with `test` is one, run on an instance of its own."""

    failureException = AssertionError
    longMessage = since(3)
    maxDiff = 640
    _subtest = None

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._cleanups = []
        self._result = None
        self._parts_failed = False
        method = getattr(self, methodName, None)
        if method is None and methodName != "runTest":
            raise ValueError("no such test method in %s: %s" % (self.__class__, methodName))
        self._testMethodDoc = getattr(method, "__doc__", None)

    def setUp(self):
        """Runs before each test."""

    def tearDown(self):
        """Runs after each test whose setUp succeeded."""

    def setUpClass(cls):
        """Runs before the class's first test."""
    setUpClass = classmethod(setUpClass)

    def tearDownClass(cls):
        """Runs after the class's last test."""
    tearDownClass = classmethod(tearDownClass)

    def addCleanup(self, function, *args, **kwargs):
        """Calls this after the test, the last added first."""
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        value = cm.__enter__()
        self.addCleanup(cm.__exit__, None, None, None)
        return value

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        from .runner import TestResult
        return TestResult()

    def shortDescription(self):
        doc = self._testMethodDoc
        return doc.strip().split("\n")[0].strip() if doc else None

    def id(self):
        cls = self.__class__
        return "%s.%s.%s" % (cls.__module__, getattr(cls, "__qualname__", cls.__name__), self._testMethodName)

    def __str__(self):
        cls = self.__class__
        owner = "%s.%s" % (cls.__module__, getattr(cls, "__qualname__", cls.__name__))
        if since(3, 11):
            owner += "." + self._testMethodName
        return "%s (%s)" % (self._testMethodName, owner)

    def __repr__(self):
        return "<%s testMethod=%s>" % (self.__class__.__name__, self._testMethodName)

    def __eq__(self, other):
        return type(self) is type(other) and self._testMethodName == other._testMethodName

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __call__(self, *args):
        return self.run(*args)

    def debug(self):
        """Runs the test, and lets its exceptions through."""
        self.setUp()
        getattr(self, self._testMethodName)()
        self.tearDown()
        self.doCleanups()

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        method()

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, args, kwargs):
        function(*args, **kwargs)

    def _attempt(self, function, args, result, expecting=False):
        """Whether one step of the test went well; what went wrong is in the result."""
        try:
            function(*args)
            return True
        except KeyboardInterrupt:
            raise
        except SkipTest as e:
            result.addSkip(self, str(e))
            self._skipped = True
        except self.failureException:
            if expecting:
                self._expected = sys.exc_info()
            else:
                result.addFailure(self, sys.exc_info())
        except Exception:
            if expecting:
                self._expected = sys.exc_info()
            else:
                result.addError(self, sys.exc_info())
        return False

    def run(self, result=None):
        """Runs the test and tells the result how it went."""
        own = result is None
        if own:
            result = self.defaultTestResult()
            result.startTestRun()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            for item in (self.__class__, method):
                if getattr(item, "__unittest_skip__", False):
                    result.addSkip(self, getattr(item, "__unittest_skip_why__", ""))
                    return result
            expecting = getattr(method, "__unittest_expecting_failure__", False) or getattr(self.__class__, "__unittest_expecting_failure__", False)
            self._result = result
            self._skipped = self._parts_failed = False
            self._expected = None
            good = False
            if self._attempt(self._callSetUp, (), result, expecting):
                good = self._attempt(self._callTestMethod, (method,), result, expecting)
                good = self._attempt(self._callTearDown, (), result) and good
            good = self.doCleanups() and good
            if expecting and self._expected:
                result.addExpectedFailure(self, self._expected)
            elif expecting and good:
                result.addUnexpectedSuccess(self)
            elif good and not self._parts_failed:
                result.addSuccess(self)
            return result
        finally:
            self._result = self._expected = None
            result.stopTest(self)
            if own:
                result.stopTestRun()

    def doCleanups(self):
        good = True
        result = self._result or self.defaultTestResult()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            good = self._attempt(self._callCleanup, (function, args, kwargs), result) and good
        return good

    def skipTest(self, reason):
        raise SkipTest(reason)

    def subTest(self, msg=None, **params):
        """A block that may fail while the test goes on; its message and parameters tell it apart."""
        parts = []
        if msg is not None:
            parts.append("[%s]" % (msg,))
        if params or msg is None:
            parts.append("(%s)" % ", ".join(["%s=%r" % item for item in params.items()]) if params else "(<subtest>)")
        return _SubTest(self, " ".join(parts), self._result)

    def _formatMessage(self, msg, standard):
        if not self.longMessage:
            return msg or standard
        return standard if msg is None else "%s : %s" % (standard, msg)

    def fail(self, msg=None):
        """Fails at once."""
        raise self.failureException(msg)

    def _check(self, good, msg, standard):
        if not good:
            self.fail(self._formatMessage(msg, standard))

    def assertTrue(self, expr, msg=None):
        self._check(expr, msg, "%s is not true" % _shown(expr))

    def assertFalse(self, expr, msg=None):
        self._check(not expr, msg, "%s is not false" % _shown(expr))

    def assertEqual(self, first, second, msg=None):
        if first == second:
            return
        standard = "%s != %s" % (_shown(first), _shown(second))
        if type(first) is type(second) and isinstance(first, (list, tuple)):
            standard = _sequences(first, second, standard)
        elif isinstance(first, str) and isinstance(second, str) and ("\n" in first or "\n" in second):
            standard += "\n" + "\n".join(_lines(first.splitlines(), second.splitlines()))
        self.fail(self._formatMessage(msg, standard))

    assertListEqual = assertTupleEqual = assertDictEqual = assertSetEqual = assertMultiLineEqual = assertEqual

    def assertSequenceEqual(self, first, second, msg=None, seq_type=None):
        self.assertEqual(list(first), list(second), msg)

    def assertNotEqual(self, first, second, msg=None):
        self._check(first != second, msg, "%s == %s" % (_shown(first), _shown(second)))

    def assertIs(self, first, second, msg=None):
        self._check(first is second, msg, "%s is not %s" % (_shown(first), _shown(second)))

    def assertIsNot(self, first, second, msg=None):
        self._check(first is not second, msg, "unexpectedly identical: %s" % _shown(first))

    def assertIsNone(self, obj, msg=None):
        self._check(obj is None, msg, "%s is not None" % _shown(obj))

    def assertIsNotNone(self, obj, msg=None):
        self._check(obj is not None, msg, "unexpectedly None")

    def assertIn(self, member, container, msg=None):
        self._check(member in container, msg, "%s not found in %s" % (_shown(member), _shown(container)))

    def assertNotIn(self, member, container, msg=None):
        self._check(member not in container, msg, "%s unexpectedly found in %s" % (_shown(member), _shown(container)))

    def assertIsInstance(self, obj, cls, msg=None):
        self._check(isinstance(obj, cls), msg, "%s is not an instance of %r" % (_shown(obj), cls))

    def assertNotIsInstance(self, obj, cls, msg=None):
        self._check(not isinstance(obj, cls), msg, "%s is an instance of %r" % (_shown(obj), cls))

    def assertLess(self, a, b, msg=None):
        self._check(a < b, msg, "%s not less than %s" % (_shown(a), _shown(b)))

    def assertLessEqual(self, a, b, msg=None):
        self._check(a <= b, msg, "%s not less than or equal to %s" % (_shown(a), _shown(b)))

    def assertGreater(self, a, b, msg=None):
        self._check(a > b, msg, "%s not greater than %s" % (_shown(a), _shown(b)))

    def assertGreaterEqual(self, a, b, msg=None):
        self._check(a >= b, msg, "%s not greater than or equal to %s" % (_shown(a), _shown(b)))

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        difference = abs(first - second)
        if delta is not None:
            self._check(difference <= delta, msg, "%s != %s within %s delta (%s difference)" % (_shown(first), _shown(second), _shown(delta), _shown(difference)))
            return
        places = 7 if places is None else places
        self._check(round(difference, places) == 0, msg, "%s != %s within %r places (%s difference)" % (_shown(first), _shown(second), places, _shown(difference)))

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        difference = abs(first - second)
        if delta is not None:
            self._check(first != second and difference > delta, msg, "%s == %s within %s delta (%s difference)" % (_shown(first), _shown(second), _shown(delta), _shown(difference)))
            return
        places = 7 if places is None else places
        self._check(first != second and round(difference, places) != 0, msg, "%s == %s within %r places" % (_shown(first), _shown(second), places))

    def assertCountEqual(self, first, second, msg=None):
        """The same items, in any order."""
        rest = list(second)
        for item in first:
            if item not in rest:
                self.fail(self._formatMessage(msg, "Element counts were not equal:\nFirst has 1, Second has 0:  %r" % (item,)))
            rest.remove(item)
        self._check(not rest, msg, "Element counts were not equal:\nFirst has 0, Second has 1:  %r" % (rest[:1] or [None])[0])

    def assertRegex(self, text, pattern, msg=None):
        import re
        compiled = re.compile(pattern)
        self._check(compiled.search(text), msg, "Regex didn't match: %r not found in %r" % (compiled.pattern, text))

    def assertNotRegex(self, text, pattern, msg=None):
        import re
        compiled = re.compile(pattern)
        found = compiled.search(text)
        self._check(not found, msg, "Regex matched: %r matches %r in %r" % (found and found.group(), compiled.pattern, text))

    def _inBlock(self, block, args, kwargs):
        if not args:
            return block
        function = args[0]
        with block:
            function(*args[1:], **kwargs)

    def assertRaises(self, expected, *args, **kwargs):
        """`with self.assertRaises(E):`, or assertRaises(E, function, arguments…)."""
        msg = None if args else kwargs.pop("msg", None)
        return self._inBlock(_Raises(self, expected, None, msg), args, kwargs)

    def assertRaisesRegex(self, expected, pattern, *args, **kwargs):
        msg = None if args else kwargs.pop("msg", None)
        return self._inBlock(_Raises(self, expected, pattern, msg), args, kwargs)

    def assertWarns(self, expected, *args, **kwargs):
        msg = None if args else kwargs.pop("msg", None)
        return self._inBlock(_Warns(self, expected, None, msg), args, kwargs)

    def assertWarnsRegex(self, expected, pattern, *args, **kwargs):
        msg = None if args else kwargs.pop("msg", None)
        return self._inBlock(_Warns(self, expected, pattern, msg), args, kwargs)

    if not since(3, 12):
        failUnless = assert_ = assertTrue
        assertEquals = failUnlessEqual = assertEqual
        assertNotEquals = assertNotEqual
        assertAlmostEquals = assertAlmostEqual
        assertRegexpMatches = assertRegex
        assertRaisesRegexp = assertRaisesRegex
    if not since(3):
        assertItemsEqual = assertCountEqual
        failUnlessRaises = assertRaises
        failIf = assertFalse
        failIfEqual = assertNotEqual


def _sequences(first, second, standard):
    """Where two lists or tuples begin to differ."""
    kind = "Lists" if isinstance(first, list) else "Tuples"
    text = "%s differ: %s" % (kind, standard)
    for i in range(min(len(first), len(second))):
        if first[i] != second[i]:
            text += "\n\nFirst differing element %d:\n%s\n%s\n" % (i, _shown(first[i]), _shown(second[i]))
            break
    if len(first) != len(second):
        longer, name, n = (first, "First", len(second)) if len(first) > len(second) else (second, "Second", len(first))
        text += "\n\n%s %s contains %d additional elements.\nFirst extra element %d:\n%s\n" % (
            name, kind[:-1].lower(), abs(len(first) - len(second)), n, _shown(longer[n]))
    return text + "\n" + "\n".join(_lines([repr(first)], [repr(second)]))


def _lines(first, second):
    """The lines of both texts: `-` only the first has, `+` only the second."""
    start = 0
    while start < min(len(first), len(second)) and first[start] == second[start]:
        start += 1
    end = 0
    while end < min(len(first), len(second)) - start and first[-1 - end] == second[-1 - end]:
        end += 1
    out = ["  " + line for line in first[:start]]
    out += ["- " + line for line in first[start:len(first) - end]]
    out += ["+ " + line for line in second[start:len(second) - end]]
    return out + ["  " + line for line in first[len(first) - end:]]


class FunctionTestCase(TestCase):
    """A function as a test."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        TestCase.__init__(self)
        self._function, self._before, self._after, self._description = testFunc, setUp, tearDown, description

    def setUp(self):
        if self._before is not None:
            self._before()

    def tearDown(self):
        if self._after is not None:
            self._after()

    def runTest(self):
        self._function()

    def id(self):
        return self._function.__name__

    def __str__(self):
        return "%s (%s)" % (self.__class__.__name__, self._function.__name__)
