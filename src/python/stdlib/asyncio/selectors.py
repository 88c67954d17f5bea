"""The module `selectors`, as asyncio named it until 3.6."""

import sys
import selectors

sys.modules[__name__] = selectors
