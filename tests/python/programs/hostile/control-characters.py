# era: 3.8 3.10 3.11 3.13
for source in ('x = 1 \x01 2', '\x0ex = 1', 'x\x7f', 'f(\x02, 1', 'x = (1 \x03'):
    try:
        compile(source + '\n', 'odd', 'exec')
    except SyntaxError as e:
        print(e.msg, e.lineno, e.offset)
