# To watch changes nothing: no method of the program's is called, and addresses stay what they were.
class Loud:
    def __repr__(self):
        print('somebody looks')
        return 'loud'
    def __getattr__(self, name):
        print('somebody asks for', name)
        raise AttributeError(name)

class Tuple(tuple):
    def __repr__(self):
        print('somebody looks at a tuple')
        return 'tuple'

def giver(thing, *more):
    yield thing
    yield (thing, [thing, 'text' * 20, {'key': thing}], Tuple((1, 2)))

for item in giver(Loud(), print, int, len):
    pass
