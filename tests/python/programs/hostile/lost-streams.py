# era: 2.7 3.6 3.13
import sys

out = sys.stdout
said = []
del sys.stdout
for stream in None, 3, out:
    try:
        print('x')
    except Exception as e:
        said.append(repr(e))
    sys.stdout = stream
print('\n'.join(said))
