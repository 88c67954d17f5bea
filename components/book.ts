/**
 * The whole book on one page: every chapter that there is or will be, and the Python releases that the line of time
 * is drawn from. The landing page, the contents and the links between chapters read this list; a chapter is *written*
 * when a file of its name stands in `content/`.
 */

export interface Entry {
  /** The name of the file in `content/`, without its ending, and the chapter's address. */
  id: string;
  /** What the reader calls it: `3`, `A`. */
  number: string;
  title: string;
  /** What it tells of, by its name in the record, which knows when that came into the world. Absent where no date fits. */
  tells?: string;
  /** The Python that most of its programs run in. */
  era?: string;
  /** One line for the contents. */
  line: string;
}

export const title = 'How Python Learned to Wait';

export const sentence =
  'From a loop over sockets in 1996 to async and await: how a language learned to stop in the middle of a function, ' +
  'told in programs that run on this page, each in the Python of its own day.';

export const chapters: readonly Entry[] = [
  {
    id: '01-before-the-keyword',
    number: '1',
    title: 'Before the keyword: asyncore',
    tells: 'Medusa',
    era: '1.5.2',
    line: 'One thread, many sockets, and a loop that asks who is ready.',
  },
  {
    id: '02-callbacks-and-deferreds',
    number: '2',
    title: 'Callbacks, Deferreds and the frameworks',
    tells: 'Twisted',
    era: '2.2',
    line: 'What happens next becomes a function, and errors get lost.',
  },
  {
    id: '03-the-function-that-pauses',
    number: '3',
    title: 'The function that pauses',
    tells: 'Python 2.2',
    era: '2.2',
    line: 'A frame leaves the stack, and can be gone back to.',
  },
  {
    id: '04-talking-back',
    number: '4',
    title: 'Talking back',
    tells: 'Python 2.5',
    era: '2.5',
    line: 'Values and exceptions go in where the function paused.',
  },
  {
    id: '05-a-scheduler-in-forty-lines',
    number: '5',
    title: 'A scheduler in forty lines',
    tells: 'Python 2.5',
    era: '2.5',
    line: 'An operating system in miniature, made of generators.',
  },
  {
    id: '06-yield-from',
    number: '6',
    title: 'yield from',
    tells: 'Python 3.3',
    era: '3.3',
    line: 'A generator that calls another, with the trampoline gone.',
  },
  {
    id: '07-the-event-loop',
    number: '7',
    title: 'The event loop',
    tells: 'PEP 3156',
    era: '3.4',
    line: 'When A happens, do B: one loop for every framework.',
  },
  {
    id: '08-asyncio-as-it-arrived',
    number: '8',
    title: 'asyncio, as it arrived',
    tells: 'Python 3.4',
    era: '3.4',
    line: 'Futures, tasks, and a yield from that reaches the loop.',
  },
  {
    id: '09-async-and-await',
    number: '9',
    title: 'async and await',
    tells: 'Python 3.5',
    era: '3.5',
    line: 'The syntax, and who is who: coroutine, awaitable, future, task.',
  },
  {
    id: '10-a-loop-of-ones-own',
    number: '10',
    title: 'A loop of one’s own',
    tells: 'Python 3.5',
    era: '3.5',
    line: 'The keywords belong to no library. Sixty lines prove it.',
  },
  {
    id: '11-asynchronous-generators',
    number: '11',
    title: 'Asynchronous generators',
    tells: 'Python 3.6',
    era: '3.6',
    line: 'A function that both yields and awaits.',
  },
  {
    id: '12-asynchronous-comprehensions',
    number: '12',
    title: 'Asynchronous comprehensions',
    tells: 'Python 3.6',
    era: '3.6',
    line: 'Waiting inside the brackets.',
  },
  {
    id: '13-context-that-follows-the-task',
    number: '13',
    title: 'Context that follows the task',
    tells: 'Python 3.7',
    era: '3.7',
    line: 'What a thread-local cannot keep apart, a ContextVar does.',
  },
  {
    id: '14-since-then',
    number: '14',
    title: 'Since then',
    tells: 'Python 3.11',
    era: '3.14',
    line: 'Task groups, timeouts, groups of exceptions; asyncore leaves.',
  },
  {
    id: '15-the-same-idea-elsewhere',
    number: '15',
    title: 'The same idea elsewhere',
    line: 'JavaScript, C#, Kotlin: what they took and what differs.',
  },
];

export const appendices: readonly Entry[] = [
  {
    id: 'appendix-a-how-this-book-runs',
    number: 'A',
    title: 'How this book runs',
    line: 'The compiler, the sandbox and the clock that skips ahead.',
  },
  {
    id: 'appendix-b-timeline',
    number: 'B',
    title: 'Timeline, PEPs and releases',
    line: 'Every date in the book, with its author and its source.',
  },
  {
    id: 'appendix-c-one-task',
    number: 'C',
    title: 'One task, in every style',
    line: 'Three countdowns at once, fifteen times.',
  },
];

export const entries: readonly Entry[] = [...chapters, ...appendices];

/** The appendix that the record is printed in. */
export const timeline = 'appendix-b-timeline';

/** `Chapter 3`, `Appendix A`. */
export function label(number: string): string {
  return /^\d+$/.test(number) ? `Chapter ${number}` : `Appendix ${number}`;
}

/** The class that carries an era's colour: `era-2-2`; js cells and pages without an era have none of their own. */
export function eraClass(era: string | undefined): string {
  return era ? `era-${era.replaceAll('.', '-')}` : 'era-none';
}
