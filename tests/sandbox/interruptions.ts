/** Programs that go on until somebody stops them, which happens as soon as they print, and what they say then: the same in Node and in a browser. */
import type { Program } from '../../src/sandbox/protocol.ts';
import type { Case } from './case.ts';

const endless = (text: string, more: Partial<Program> = {}): Program => ({
  language: 'python',
  era: '3.13',
  sources: [{ filename: '<cell>', text }],
  limits: { fuel: 1e15, seconds: 120 },
  ...more,
});
const stopped = { status: 'stopped', exit: 130, interrupted: true } as const;

export const interruptions: Case[] = [
  {
    name: 'a loop that calls nothing: finally, and where it was',
    program: endless(`def work():
    print('go')
    while True:
        pass
try:
    work()
finally:
    print('finally')
`),
    output: `go
finally
Traceback (most recent call last):
  File "<cell>", line 6, in <module>
    work()
    ~~~~^^
  File "<cell>", line 3, in work
    while True:
          ^^^^
KeyboardInterrupt
`,
    outcome: { ...stopped, exception: 'KeyboardInterrupt' },
  },
  {
    name: 'caught, the program goes on after it, and is told apart from one that ended by itself',
    program: endless(`print('go')
try:
    n = 0
    for i in range(10**12):
        n += i
except KeyboardInterrupt as error:
    print(repr(error), n > 0)
`),
    output: 'go\nKeyboardInterrupt() True\n',
    outcome: stopped,
  },
  {
    name: 'recursion without statements',
    program: endless(`def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print('go')
try:
    fib(90)
except KeyboardInterrupt:
    print('stopped')
`),
    output: 'go\nstopped\n',
    outcome: stopped,
  },
  {
    name: 'an iterator that never ends',
    program: endless(`import itertools
print('go')
try:
    sum(itertools.count())
except KeyboardInterrupt:
    print('stopped')
`),
    output: 'go\nstopped\n',
    outcome: stopped,
  },
  {
    name: 'Python 2',
    program: endless(
      `print 'go'
try:
    while 1:
        pass
except Exception:
    print 'not an Exception since 2.5'
except KeyboardInterrupt:
    print 'stopped'
`,
      { era: '2.7' },
    ),
    output: 'go\nstopped\n',
    outcome: stopped,
  },
  {
    name: 'asyncio.run cancels its task, which may clean up',
    program: endless(`import asyncio
async def main():
    print('go')
    try:
        while True:
            await asyncio.sleep(1)
    except asyncio.CancelledError:
        print('cancelled')
        await asyncio.sleep(3600)
        print('cleaned up')
        raise
try:
    asyncio.run(main())
except KeyboardInterrupt as error:
    print(repr(error), '-', repr(error.__context__))
`),
    output: 'go\ncancelled\ncleaned up\nKeyboardInterrupt() - CancelledError()\n',
    outcome: stopped,
  },
  {
    name: 'a task that never lets the loop run is interrupted where it is, the second time',
    program: endless(`import asyncio
async def main():
    print('go')
    while True:
        pass
try:
    asyncio.run(main())
except KeyboardInterrupt as error:
    print(repr(error))
`),
    output: 'go\nKeyboardInterrupt()\n',
    outcome: stopped,
  },
  {
    name: 'a handler of its own decides',
    program: endless(`import signal
def handler(number, frame):
    print('signal', number, 'at line', frame.f_lineno)
    raise SystemExit(7)
signal.signal(signal.SIGINT, handler)
print('go')
while True:
    pass
`),
    output: 'go\nsignal 2 at line 7\n',
    outcome: stopped,
  },
  {
    name: 'one that takes no hint is ended all the same',
    program: endless(`print('go')
while True:
    try:
        while True:
            pass
    except KeyboardInterrupt:
        pass
`),
    output: 'go\n',
    outcome: { status: 'stopped', exit: 130 },
  },
];
