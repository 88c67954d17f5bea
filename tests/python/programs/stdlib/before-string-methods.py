# era: 1.5.2 2.2 2.5 2.7
# Where strings have no methods yet, the library's own modules do without.
import Queue, UserDict, UserList, StringIO, bisect, copy, keyword, math, operator, os, random, sched, string, sys, time, types

queue = Queue.Queue(2)
queue.put(1)
print queue.get(), queue.qsize()

class Named(UserDict.UserDict):
    def __getitem__(self, key):
        return 'the ' + self.data[key]

print Named({'a': 'first'})['a'], len(UserList.UserList([1, 2]))
out = StringIO.StringIO()
out.write('line one\nline two\n')
out.seek(0)
print out.readline(), out.readlines(), len(out.readline())
numbers = [1, 3, 5]
bisect.insort(numbers, 4)
print numbers, copy.deepcopy({'a': [1, [2]]})
print keyword.iskeyword('assert') and 'a keyword', math.floor(2.5), operator.add(2, 3)
print os.path.join('a', 'b', '/c', 'd'), os.path.basename('/x/y.py'), os.path.dirname('/x/y.py'), os.path.splitext('a.b/y.py'), os.path.splitext('.rc'), os.path.split('//b')
print random.choice([7]), type(1) is types.IntType and 'an int'
ticks = [0]
def now():
    return ticks[0]
def wait(amount):
    ticks[0] = ticks[0] + amount
def note(what):
    print 'event', what, ticks
events = sched.scheduler(now, wait)
events.enter(5, 1, note, ('later',))
events.enter(1, 1, note, ('sooner',))
events.run()
