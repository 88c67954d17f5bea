# era: 2.7
# What Python 2.7 says of a specification that nobody understands, and of names that it cannot keep.
import collections, warnings


class Plain:
    pass


with warnings.catch_warnings(record=True) as found:
    warnings.simplefilter('always')
    print [format(object(), '>50')[:5], format(Plain(), '>90')[:5], '{0:s}'.format(Plain())[:4], u'{0:>60}'.format(object())[:5]]
for each in found:
    print each.category.__name__, each.message


class Text(str):
    pass


for value in 'text', Text('text'), 3:
    try:
        print intern(value)
    except TypeError, error:
        print error
for text, base in ('100', 2), (bytearray('100'), 2):
    try:
        print int(text, base)
    except TypeError, error:
        print error
views = {}.viewkeys(), {}.viewvalues(), {}.viewitems()
print [isinstance(v, getattr(collections, n)) for v, n in zip(views, ('KeysView', 'ValuesView', 'ItemsView'))]
