# era: 2.2
# oracle: off, Twisted is not part of CPython
import twisted.internet.defer
