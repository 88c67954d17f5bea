# era: 3.6 3.10 3.13
# What a failed call was given lives as long as its exception.
async def slow(): pass
def g(c):
    raise ValueError('x')
def h(c, d):
    x = [c]
    g(*x)
class K:
    def m(self, c): raise ValueError('m')
    async def am(self, c): raise ValueError('m')
def main():
    try: g(slow())
    except ValueError as e: print(e)
    print(1)
    try: h(slow(), 1)
    except ValueError as e: print(e)
    print(2)
    try: K().m(slow())
    except ValueError as e: print(e)
    print(3)
    try: K().m(c=slow())
    except ValueError as e: print(e)
    print(4)
main()
print('module')
try: g(slow())
except ValueError as e: print(e)
print(1)
try: h(slow(), 2)
except ValueError as e: print(e)
print(2)
async def am():
    try: await K().am(slow())
    except ValueError as e: print(e)
    print(4)
    try: h(slow(), 1)
    except ValueError as e: print(e)
    print(5)
    try: await K().am(c=slow())
    except ValueError as e: print(e)
    print(6)
import asyncio
asyncio.new_event_loop().run_until_complete(am())
