/** The embedded generator scheduler: what `js` cells import as 'scheduler'. The README in this folder is its manual. */
export { VirtualClock, type Clock } from './clock.ts';
export { Cancelled, Deadlock, TaskCancelled, TimeoutError } from './errors.ts';
export { Event } from './event.ts';
export { Future } from './future.ts';
export { Kernel, type KernelOptions } from './kernel.ts';
export { Queue } from './queue.ts';
export { Task, type TaskState } from './task.ts';
export { TimeQueue, type Timer } from './time-queue.ts';
export type { Observer, TraceEvent, TraceKind } from './trace.ts';
export { cancel, join, now, self, sleep, spawn, timeout, turn, wait, type Coroutine, type Trap } from './traps.ts';
