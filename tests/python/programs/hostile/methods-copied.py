# era: 2.7 3.6
import copy


class C(object):
    def m(self):
        return 'm'


for f in (lambda: C.m.__reduce__, lambda: C().m.__reduce__):
    try:
        print(type(f()()).__name__)
    except (TypeError, AttributeError) as e:
        print(type(e).__name__)
for method in C.m, C().m:
    try:
        print(callable(copy.copy(method)))
    except TypeError:
        print('TypeError')
