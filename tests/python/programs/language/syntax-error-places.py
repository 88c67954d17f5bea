# era: 2.7 3.6 3.8 3.13
# -*- coding: utf-8 -*-
# Where a SyntaxError says that it is, after characters beyond ASCII, at the end of a block, and behind a byte order mark.
from __future__ import print_function
import sys

texts = [
    "x = 'é' 5\n", "é = 1 2\n", "x = 'éé' + $\n", "print('日本' 5 6)\n", "x = ('é' +\n", "'é' = 1\n", "f('ééé') = 2\n",
    "def f():\n    'é'; return = 1\n", "'é'; x = 1a\n", "'é'; 'abc\n", "'é'; break\n", "'é'; return 5\n", "'é'; yield 5\n",
    "'é'; None = 1\n", "f('é', a=1, a=2)\n", "f('é', a=1, 2)\n", "def f(é, é): pass\n", "x = 'é'; del 5\n", "x = 'é' if 1\n",
    "for 'é' in x: pass\n", "a = 'é' ? 3\n", "def f():\n  'é'; nonlocal q\n", "é¿\n", "x = “a”\n",
    "if 1:\n        x = 'é'\n    y = 'é'\n",
    "if 1:\n  try:\n    x\ny = 1\n", "class A:\n  @d\nx\n", "def f():\n  if 1:\n    try:\n      pass\n  x\n",
    "class A:\n  def f(self): pass\n  @dec\n\nx=1\n", "def f():\n    try:\n        x\n    y\n",
]


def place(source):
    try:
        compile(source, 'nowhere', 'exec')
        return 'compiles'
    except SyntaxError as e:
        return ' '.join([type(e).__name__, str(e.lineno), str(e.offset), e.msg.encode('ascii', 'replace').decode()])


for text in texts:
    print(place(text))

mark = b'\xef\xbb\xbf'
for text in b'x = 1\n', b'\n', b'', b'x = 1 2\n':
    print(place(mark + text))
    if sys.version_info > (3,):
        print(place((mark + text).decode('utf-8')))
names = {}
exec(mark + b"x = '\xc3\xa9'", names)
print(len(names['x']))
print(eval(b'\xef\xbb\xbf1 + 1'))
