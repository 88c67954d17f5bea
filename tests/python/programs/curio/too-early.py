# era: 3.5
# oracle: off, curio is not part of CPython
import curio
