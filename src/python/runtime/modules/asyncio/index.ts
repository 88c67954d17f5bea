/** asyncio in TypeScript: importing this fills the tables of quick.ts. */
import './current.ts';
import './future.ts';
import './gather.ts';
import './loop.ts';
import './queue.ts';
import './round.ts';
import './sleep.ts';
import './task.ts';
import './timers.ts';
