# era: 2.2
from __future__ import generators
class Old:
    def walk(self, (a, b), *rest):
        print >>self.out, a / b,
        try:
            yield a
        except IOError, (code, text):
            pass
        squares = [x * x for x in rest]
        exec 'y = 1' in {}
        raise ValueError, `x`
