for depth in (1, 3, 148, 149, 150, 1000):
    try:
        print(depth, eval('f"{' * depth + '1' + '}"' * depth))
    except SyntaxError as e:
        print(depth, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
try:
    compile('f"{' * 151, 'open', 'exec')
except SyntaxError as e:
    print(e.args[0], e.offset)
