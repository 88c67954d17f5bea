# era: 2.7 3.6 3.11 3.13
for text in 'x\0', '\0', '# a\n"\0"\n':
    for f in (lambda: compile(text, 'odd', 'exec'), lambda: eval(text)):
        try:
            f()
            print('runs')
        except Exception as e:
            print(type(e).__name__, e, e.args, getattr(e, 'lineno', '-'), getattr(e, "text", "-"))
