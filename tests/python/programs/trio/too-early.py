# era: 3.6
# oracle: off, trio is not part of CPython
import trio
