# era: 2.2 2.5 2.7
# What the library had in the Pythons of the first chapters works in each of them.
import Queue, UserDict, UserList, StringIO, cStringIO, bisect, copy, keyword, random, repr, sched, string, time, types, re, math, operator, sys, traceback, getopt, fnmatch, pprint, linecache, os, threading, signal, select, socket, asyncore, copy_reg

def yes(x):
    if x: return 'yes'
    return 'no'

queue = Queue.Queue(2)
queue.put(1)
queue.put('two')
print yes(queue.full()), queue.get(), queue.get(), yes(queue.empty()), queue.qsize()
try:
    queue.get(0)
except Queue.Empty:
    print 'empty'

class Named(UserDict.UserDict):
    def __getitem__(self, key):
        return 'the ' + self.data[key]

named = Named({'a': 'first'})
print named['a'], len(named), yes(named.has_key('a')), named.keys(), named.get('b', 'none')
names = UserList.UserList([3, 1, 2])
names.append(4)
names.sort()
print names, names[1:3], len(names)

out = StringIO.StringIO()
out.write('line one\nline two\n')
print out.getvalue()[:8]
out.seek(0)
print out.readline(), out.readlines()
print cStringIO.StringIO('x\ny\n').readlines()

sorted_list = [1, 3, 5]
bisect.insort(sorted_list, 4)
print sorted_list, bisect.bisect(sorted_list, 3)

tree = {'a': [1, [2, 3]]}
shallow, deep = copy.copy(tree), copy.deepcopy(tree)
tree['a'][1].append(4)
print shallow, deep
print yes(keyword.iskeyword('while')), yes(keyword.iskeyword('assert')), yes(keyword.iskeyword('twisted'))
print repr.repr(range(100)), repr.repr('x' * 100)

def note(what):
    print 'event', what

ticks = [0]
def now():
    return ticks[0]
def wait(amount):
    ticks[0] = ticks[0] + amount
events = sched.scheduler(now, wait)
events.enter(5, 1, note, ('later',))
events.enter(1, 1, note, ('sooner',))
print yes(events.empty())
events.run()
print ticks

print string.upper('abc'), string.split('a b  c'), string.join(['x', 'y'], '-'), string.find('hello', 'l'), string.replace('aXb', 'X', '+'), string.zfill('7', 3)
print re.match('(a+)(b*)', 'aabbb').groups(), re.sub('[0-9]', '#', 'a1b2'), re.split(',', 'a,b,c')
print yes(type(1) is types.IntType), yes(type('') is types.StringType), yes(type(note) is types.FunctionType)
print operator.add(2, 3), operator.getitem([5, 6], 1), math.floor(2.5), math.sqrt(16)
print getopt.getopt(['-a', '-b', 'value', 'rest'], 'ab:')
print yes(fnmatch.fnmatch('chapter.py', '*.py')), yes(fnmatch.fnmatch('chapter.txt', '*.py'))
pprint.pprint({'one': [1, 2], 'two': (3,)})
print os.path.join('a', 'b'), os.path.basename('/x/y.py'), os.path.dirname('/x/y.py'), os.path.splitext('y.py'), os.path.split('/a/b')
try:
    {}['missing']
except KeyError:
    kind, value = sys.exc_info()[:2]
    print yes(kind is KeyError), traceback.format_exception_only(KeyError, 'x')
    print len(traceback.format_exception(kind, value, sys.exc_info()[2]))

lock = threading.Lock()
lock.acquire()
lock.release()
event = threading.Event()
event.set()
print yes(event.isSet())
print random.choice([7]), yes(0 <= random.random() < 1), yes(1 <= random.randint(1, 6) <= 6)
numbers = [1, 2, 3]
if hasattr(random, 'shuffle'):
    random.shuffle(numbers)
numbers.sort()
print numbers
