class H:
    def __init__(self, s): self.s = s
    def __hash__(self): return hash(self.s)
    def __eq__(self, o): print("eq", type(o).__name__); return self.s == o
d = {"a": 1}
print(d.get(H("a")), H("a") in d, d.get(H("b")))
d2 = {H("a"): 2}
print(d2.get("a"), "a" in d2)
print(H("a") in {"a"}, "a" in {H("a")})
d[H("a")] = 5; print(len(d))
class B:
    def __bytes__(self): return b"xyz"
class Loud(str):
    def __hash__(self): return str.__hash__(self)
    def __eq__(self, o): return str.__eq__(self, o)
d = {"key": 1, "other": 2}
del d["key"]
print(H("key") in d)
d["key"] = 3
print(H("key") in d, d.pop(H("key")), d)
s = {"a", "b"}
s.discard(H("a"))
print(s, H("b") in s, {H("b")} & {"b"} != set(), Loud("b") in s)
