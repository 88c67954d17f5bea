/** asyncio in TypeScript: importing this fills the tables of quick.ts. */
import './current.ts';
import './future.ts';
import './loop.ts';
import './round.ts';
import './task.ts';
