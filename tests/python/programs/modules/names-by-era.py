# era: 2.7 3.6 3.7 3.8 3.9 3.10 3.11 3.12 3.13
# Which names some modules of each Python have.
names = "itertools functools operator math heapq bisect copy contextvars queue Queue dataclasses graphlib textwrap json fractions weakref keyword".split()
for name in names:
    try:
        m = __import__(name)
    except ImportError:
        print(name + ": no such module")
        continue
    public = getattr(m, "__all__", None) or [n for n in dir(m) if not n.startswith("_")]
    print("%s: %s" % (name, " ".join(sorted(public))))
