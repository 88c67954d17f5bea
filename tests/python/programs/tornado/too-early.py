# era: 2.5
# oracle: off, Tornado is not part of CPython
import tornado
