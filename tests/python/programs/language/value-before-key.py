# era: 2.7
def say(x):
    print 'say', x
    return x

def one():
    return {say(1): say('a')}

def several(k, o):
    return {say(k): say(o), 'constant': say('b'), k: say(k), say(o): 5, say('c'): say('d') + say('e'), (say('f'), 1): [say('g'), {say('h'): say('i')}]}

class T(object):
    x = 3
    def m(self):
        return {self.x: self.x + 1, len('ab'): str(self.x)}

print one()
d = several(2, 'o')
print len(d), d[2], d['o'], d['c'], d[('f', 1)], sorted(T().m().items())
print {say(1): say(2)}
