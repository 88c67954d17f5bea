import json
v = {'a': [1, 2.5, None, True, 'é"\n😀'], 'b': {}, 'c': [], 1: (1,), None: float('inf')}
print(json.dumps(v), json.dumps(v, indent=2, ensure_ascii=False), json.dumps({'b': 1, 'a': 2}, sort_keys=True, separators=(',', ':')))
print(json.loads(' {"a": [1, -2.5e3, "x\\u00e9\\ud83d\\ude00\\n"], "b": null, "c": {"d": [true, false, []]}} '), json.loads(b'[NaN, 0]'))
for t in ('', '[1,]', '{"a":1,}', '{a:1}', '[1 2]', '"abc', '"\\q"', '"\\u12"', '01', '-', '[', '{"a"', '{"a" 1}', 'nul', '"\n"', '1 2', '{1:2}'):
    try: print(json.loads(t))
    except json.JSONDecodeError as e: print(repr(t), e)
for o in (object, {(1,): 2}, [1j]):
    try: print(json.dumps(o))
    except TypeError as e: print(e)
l = []; l.append(l)
try: json.dumps(l)
except ValueError as e: print(e)
print(json.dumps([object], default=lambda o: 'obj'), json.loads('{"a":1}', object_hook=lambda d: list(d)), json.loads('[1.5,2]', parse_float=str, parse_int=str))
