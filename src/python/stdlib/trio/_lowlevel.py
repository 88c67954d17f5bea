"""What stands in `lowlevel` and in `hazmat`. Part of this book's re-creation of trio."""

from ._run import Abort, Task, cancel_shielded_checkpoint, checkpoint, checkpoint_if_cancelled, current_task, reschedule, wait_task_rescheduled
from ._sync import ParkingLot
