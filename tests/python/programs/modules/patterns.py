import re

print(re.match(r'(?P<a>\w+) (\d+)?', 'hello 12x').groups(), re.compile('a', re.I | re.M), re.I)
print(re.findall(r'|a', 'a'), re.findall('b*', 'abc'), re.split('(-)', 'a-b'), re.sub('x*', '-', 'abxd'))
print(re.match(r'(?:(a)|b)*', 'ab').groups(), re.match(r'(a)?\1', 'b'), re.match(r'(a*)*', 'b').span(1))
print(re.fullmatch(r'(?P<q>["\'])?\w+(?(q)(?P=q))', '"abc"'), re.match(r'(?>a+)ab', 'aab'), re.match('a++b', 'aab'))
print(re.search(r'(?i:é)x', 'Éx'), re.search('😀(.)', 'a😀b').span(1), re.escape('a.b*'), re.findall(rb'\w', b'ab\xff'))
print(re.sub(r'(\w)(\w)', r'\2\g<1>', 'abcd'), re.subn('b', lambda m: m.group().upper(), 'abab', count=1))
print([(m.span(), m.lastindex, m.lastgroup) for m in re.finditer(r'(?P<x>(?<=a)b+)|c', 'abb ab c')])
for p in ['*a', 'a**', '(', ')', '[a', 'a{2,1}', r'\q', '(?P<1>a)', '(?<a)', r'(?<=a*)b', 'x(?i)', r'\1', '(?P=x)', '[z-a]', '(?z)', '\\', '(?P<a>)(?P<a>)', '(?(2)a)', '(?i', '(?-']:
    try:
        print(re.compile(p))
    except re.error as e:
        print(p, '|', e, e.pos, e.lineno, e.colno)
