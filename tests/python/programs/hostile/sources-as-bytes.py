# era: 3.13
# Source that is given as bytes, or that has no UTF-8.


def attempt(f, source):
    try:
        print(ascii(f(source)))
    except Exception as e:
        print(type(e).__name__, ascii(e.args[0]))


for source in (b'\xff', b'# coding: nonsense\n1', b' 1 ', b'\xef\xbb\xbf3', bytearray(b'[1, 2]'), b'"\xc3\xa9"', b'# coding: latin-1\n"\xe9"', b'\n# -*- coding: latin-1 -*-\n"\xe9"'):
    attempt(eval, source)
for source in ('\ud800', "'\udc80'", 'x = 1 \x01 2', '\x0ex = 1', 'x\x7f', 'if 1:\n\x1a  x', 'print(\u201chi\u201d)', 'x = \u202e1', 'x\u00a0= 1', '\u2028x = 1', 'x\u200b = 1'):
    attempt(exec, source)
exec('\ufb01 = 3\nprint(fi)')
exec('\u212b = 1\nprint(\xc5)')
exec('x = 1\x0c\n\x0cprint(x)')
exec('if 1:\n\x0c  print("form feed")')
