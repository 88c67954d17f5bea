import random
random.seed(42)
print([random.random() for i in range(2)], random.randint(1,100), random.randrange(0,50,3), random.choice('abcdef'))
l=list(range(10)); random.shuffle(l); print(l, random.sample(range(1000),5), random.sample(range(10),4))
print(random.gauss(0,1), random.normalvariate(0,1), random.expovariate(1.5), random.betavariate(2,3), random.triangular(), random.uniform(1,2))
try: random.randrange(5,5)
except ValueError as e: print(e)
s=random.getstate(); a=random.random(); random.setstate(s); print(a==random.random())
class R(random.Random):
    def random(self): return 0.25
print(R().randrange(8))
import sys
if sys.version_info>=(3,6): print(random.choices('abc',[1,2,3],k=5))
if sys.version_info>=(3,12): print(random.binomialvariate(10,.3), random.binomialvariate(1000,.3))
random.seed('hello'); print(random.random()); random.seed(b'x'*200); print(random.random())
random.seed(2.5); print(random.random())
