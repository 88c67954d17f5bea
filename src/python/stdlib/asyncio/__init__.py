"""asyncio: tasks and futures on an event loop, here on the program's virtual clock."""

from _era import since

from . import base_events, coroutines, events, exceptions, futures, locks, queues, tasks, unix_events

from .base_events import *
from .coroutines import *
from .events import *
from .exceptions import *
from .futures import *
from .locks import *
from .queues import *
from .tasks import *
from .unix_events import *

__all__ = (base_events.__all__ + coroutines.__all__ + events.__all__ + exceptions.__all__ + futures.__all__ + locks.__all__
           + queues.__all__ + tasks.__all__ + unix_events.__all__)
if since(3, 7):
    from . import runners
    from .runners import *

    __all__ += runners.__all__
if since(3, 9):
    from . import threads
    from .threads import *

    __all__ += threads.__all__
if since(3, 11):
    from . import taskgroups, timeouts
    from .taskgroups import *
    from .timeouts import *

    __all__ += taskgroups.__all__ + timeouts.__all__
if not since(3, 7):
    globals()['async'] = tasks.ensure_future
del since
__all__ = tuple(__all__)
