# era: 3.6 3.13
# `eval` and `exec` with namespaces that are none.


class Thing:
    pass


class Mapping:
    def __getitem__(self, key):
        if key == 'print':
            return print
        raise KeyError(key)


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


for namespaces in (
    ({}, type), ({}, Thing()), ({}, dict), ({}, 3), (None, 3), (None, {}), ({}, None), ({}, (1,)), ({}, []), (3,), (Thing(),),
    ({}, Mapping()), (Mapping(),),
):
    attempt(eval, 'x' * 300, *namespaces)
    attempt(exec, 'x = 1', *namespaces)
    attempt(exec, 'del x', *namespaces)
    attempt(exec, 'print(1)', *namespaces)
