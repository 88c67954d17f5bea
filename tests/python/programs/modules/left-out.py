# era: 2.7 3.6 3.13
# oracle: off, CPython has these modules: here an import says that they are left out, and says of others what CPython says.
import sys

for name in 'argparse', 'struct', 'urllib.parse', 'pathlib', 'cPickle', 'telnetlib', 'tomllib', 'no_such_thing':
    try:
        __import__(name)
    except ImportError:
        print(sys.exc_info()[1])
