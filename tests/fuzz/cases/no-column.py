# era: 2.7 3.4 3.8 3.13
# The place of a fault may be unknown: what is not there is None in its arguments.
try:
    compile('return 1', 'somewhere', 'exec')
except SyntaxError as e:
    print(e.args, e)
