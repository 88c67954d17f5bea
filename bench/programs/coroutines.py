# Ten thousand coroutines, driven by hand through three suspensions each.
class Pause:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)

async def worker(n):
    total = 0
    for i in range(3):
        total += await Pause(n + i)
    return total

ready = [(worker(n), None) for n in range(10000)]
total = 0
while ready:
    following = []
    for coroutine, value in ready:
        try:
            following.append((coroutine, coroutine.send(value)))
        except StopIteration as end:
            total += end.value
    ready = following
print(total)
