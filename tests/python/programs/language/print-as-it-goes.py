# era: 2.7
import sys

def f(text):
    print text
    return len(text)

def g():
    x = yield 1
    print 'got', x, (yield 2)

class Loud(object):
    def __str__(self):
        raise ValueError('no text')

print 'a', f('inside'), f('twice'), 'b'
print >>sys.stdout, 'a', f('inside'),
print 'same line'
i = g()
print i.next(), i.send('x'),
try:
    i.send('y')
except StopIteration:
    print 'end'
try:
    print 'before', Loud()
except ValueError, e:
    print e
