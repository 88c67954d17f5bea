"""Suites of tests, how they are found, run and reported.

Source: https://docs.python.org/3/library/unittest.html
"""

import sys
import time
import traceback

from _era import since
from .case import SkipTest, TestCase

_line = "-" * 70
_double = "=" * 70


class TestResult(object):
    """What became of the tests: failures and errors are lists of (test, text of the traceback)."""

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failures, self.errors, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses = [], []
        self.testsRun = 0
        self.shouldStop = self.failfast = self.buffer = False

    def startTestRun(self):
        """Called once before the first test."""

    def stopTestRun(self):
        """Called once after the last test."""

    def startTest(self, test):
        self.testsRun += 1

    def stopTest(self, test):
        """Called after each test."""

    def _text(self, err, test):
        exc_type, value, tb = err
        # The frames of the library itself tell the reader nothing.
        while tb is not None and tb.tb_frame.f_globals.get("__name__", "").startswith("unittest"):
            tb = tb.tb_next
        limit = None
        if exc_type is test.failureException and tb is not None:
            limit = self._cut(tb)
        return "".join(traceback.format_exception(exc_type, value, tb, limit))

    def _cut(self, tb):
        """Ends a traceback before the frames of the assertion itself; where that cannot be, answers how many frames to show."""
        n = 1
        while tb.tb_next is not None and not tb.tb_next.tb_frame.f_globals.get("__name__", "").startswith("unittest"):
            tb = tb.tb_next
            n += 1
        if not since(3, 7):
            return n
        tb.tb_next = None

    def _stopAtFirst(self):
        if self.failfast:
            self.stop()

    def addError(self, test, err):
        self.errors.append((test, self._text(err, test)))
        self._stopAtFirst()

    def addFailure(self, test, err):
        self.failures.append((test, self._text(err, test)))
        self._stopAtFirst()

    def addSubTest(self, test, subtest, err):
        if err is None:
            return
        if issubclass(err[0], test.failureException):
            self.addFailure(subtest, err)
        else:
            self.addError(subtest, err)

    def addSuccess(self, test):
        """Called for a test that went well."""

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._text(err, test)))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)
        self._stopAtFirst()

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        self.shouldStop = True

    def __repr__(self):
        return "<unittest.result.TestResult run=%d errors=%d failures=%d>" % (self.testsRun, len(self.errors), len(self.failures))


class TextTestResult(TestResult):
    """A result that writes a letter for each test, or with more verbosity a line."""

    def __init__(self, stream, descriptions=True, verbosity=1):
        TestResult.__init__(self)
        self.stream, self.descriptions, self.verbosity = stream, descriptions, verbosity

    def getDescription(self, test):
        first = test.shortDescription() if self.descriptions else None
        return "%s\n%s" % (test, first) if first else str(test)

    def _say(self, letter, words):
        if self.verbosity > 1:
            self.stream.write(words + "\n")
        elif self.verbosity == 1:
            self.stream.write(letter)

    def startTest(self, test):
        TestResult.startTest(self, test)
        if self.verbosity > 1:
            self.stream.write(self.getDescription(test) + " ... ")

    def addSuccess(self, test):
        self._say(".", "ok")

    def addError(self, test, err):
        TestResult.addError(self, test, err)
        self._say("E", "ERROR")

    def addFailure(self, test, err):
        TestResult.addFailure(self, test, err)
        self._say("F", "FAIL")

    def addSkip(self, test, reason):
        TestResult.addSkip(self, test, reason)
        self._say("s", "skipped %r" % (reason,))

    def addExpectedFailure(self, test, err):
        TestResult.addExpectedFailure(self, test, err)
        self._say("x", "expected failure")

    def addUnexpectedSuccess(self, test):
        TestResult.addUnexpectedSuccess(self, test)
        self._say("u", "unexpected success")

    def printErrors(self):
        if self.verbosity > 0:
            self.stream.write("\n")
        for kind, found in (("ERROR", self.errors), ("FAIL", self.failures)):
            for test, text in found:
                self.stream.write("%s\n%s: %s\n%s\n%s\n" % (_double, kind, self.getDescription(test), _line, text))


class TestSuite(object):
    """Tests and suites, in order."""

    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def addTest(self, test):
        self._tests.append(test)

    def addTests(self, tests):
        for test in tests:
            self.addTest(test)

    def countTestCases(self):
        n = 0
        for test in self._tests:
            n += test.countTestCases()
        return n

    def __iter__(self):
        return iter(self._tests)

    def __call__(self, *args):
        return self.run(*args)

    def run(self, result):
        """Runs the tests in order; a class's setUpClass and tearDownClass around those of that class."""
        cls, usable = None, True
        for test in self._tests:
            if result.shouldStop:
                break
            if isinstance(test, TestCase) and test.__class__ is not cls:
                if cls is not None and usable:
                    self._fixture(cls, "tearDownClass", result)
                cls = test.__class__
                usable = getattr(cls, "__unittest_skip__", False) or self._fixture(cls, "setUpClass", result)
            if usable or not isinstance(test, TestCase):
                test(result)
        if cls is not None and usable:
            self._fixture(cls, "tearDownClass", result)
        return result

    def _fixture(self, cls, name, result):
        try:
            getattr(cls, name)()
            return True
        except SkipTest as e:
            result.addSkip(_Fixture(cls, name), str(e))
        except Exception:
            result.addError(_Fixture(cls, name), sys.exc_info())
        return False


class _Fixture(object):
    """Stands for setUpClass or tearDownClass where a test is expected."""

    failureException = AssertionError

    def __init__(self, cls, name):
        self.text = "%s (%s.%s)" % (name, cls.__module__, getattr(cls, "__qualname__", cls.__name__))

    def shortDescription(self):
        return None

    def id(self):
        return self.text

    __str__ = id


class TestLoader(object):
    """Finds the tests of a class, a module or a name."""

    testMethodPrefix = "test"
    suiteClass = TestSuite

    def getTestCaseNames(self, cls):
        names = [name for name in dir(cls) if name.startswith(self.testMethodPrefix) and callable(getattr(cls, name))]
        names.sort()
        return names

    def loadTestsFromTestCase(self, cls):
        names = self.getTestCaseNames(cls)
        if not names and hasattr(cls, "runTest"):
            names = ["runTest"]
        return self.suiteClass([cls(name) for name in names])

    def loadTestsFromModule(self, module, pattern=None):
        found = []
        for name in dir(module):
            item = getattr(module, name)
            if isinstance(item, type) and issubclass(item, TestCase) and item is not TestCase and not getattr(item, "_abstract", False):
                found.append(self.loadTestsFromTestCase(item))
        load = getattr(module, "load_tests", None)
        suite = self.suiteClass(found)
        return load(self, suite, pattern) if load is not None else suite

    def loadTestsFromName(self, name, module=None):
        parts = name.split(".")
        item = module
        if module is None:
            item = __import__(parts.pop(0))
        parent = None
        for part in parts:
            parent, item = item, getattr(item, part)
        if isinstance(item, type) and issubclass(item, TestCase):
            return self.loadTestsFromTestCase(item)
        if isinstance(parent, type) and issubclass(parent, TestCase):
            return self.suiteClass([parent(parts[-1])])
        return self.loadTestsFromModule(item)

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])


defaultTestLoader = TestLoader()


class TextTestRunner(object):
    """Runs a suite and writes the report, to sys.stderr unless told otherwise."""

    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None, warnings=None):
        self.stream = sys.stderr if stream is None else stream
        self.descriptions, self.verbosity, self.failfast = descriptions, verbosity, failfast
        if resultclass is not None:
            self.resultclass = resultclass

    def _makeResult(self):
        return self.resultclass(self.stream, self.descriptions, self.verbosity)

    def run(self, test):
        result = self._makeResult()
        result.failfast = self.failfast
        start = time.time()
        result.startTestRun()
        try:
            test(result)
        finally:
            result.stopTestRun()
        taken = time.time() - start
        if hasattr(result, "printErrors"):
            result.printErrors()
        run = result.testsRun
        self.stream.write("%s\nRan %d test%s in %.3fs\n\n" % (_line, run, "" if run == 1 else "s", taken))
        counts = []
        for name, found in (("failures", result.failures), ("errors", result.errors), ("skipped", result.skipped),
                            ("expected failures", result.expectedFailures), ("unexpected successes", result.unexpectedSuccesses)):
            if found:
                counts.append("%s=%d" % (name, len(found)))
        verdict = "FAILED" if not result.wasSuccessful() else "NO TESTS RAN" if run == 0 and since(3, 12) else "OK"
        self.stream.write(verdict + (" (%s)" % ", ".join(counts) if counts else "") + "\n")
        return result


class TestProgram(object):
    """unittest.main(): runs the tests of a module and exits with 0 if all went well."""

    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader,
                 exit=True, verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None):
        if isinstance(module, str):
            module = __import__(module)
        argv = list((sys.argv if argv is None else argv)[1:])
        if "-v" in argv:
            argv.remove("-v")
            verbosity = 2
        names = argv or ([defaultTest] if isinstance(defaultTest, str) else defaultTest)
        self.test = testLoader.loadTestsFromNames(names, module) if names else testLoader.loadTestsFromModule(module)
        if testRunner is None:
            testRunner = TextTestRunner
        if isinstance(testRunner, type):
            testRunner = testRunner(verbosity=verbosity, failfast=bool(failfast))
        self.result = testRunner.run(self.test)
        if exit:
            sys.exit(5 if self.result.testsRun == 0 and not self.result.skipped and since(3, 12) else not self.result.wasSuccessful())


main = TestProgram
