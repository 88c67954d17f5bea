"""Queues between threads: the name that `queue` has in 2.x."""

import sys
import queue

sys.modules[__name__] = queue
