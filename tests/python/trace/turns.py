# A loop that no scheduler of ours knows: whoever is resumed has a lane.
def countdown(name, n):
    while n > 0:
        print(name, n)
        yield
        n -= 1

ready = [countdown('rocket', 2), countdown('shuttle', 1)]
while ready:
    task = ready.pop(0)
    try:
        task.send(None)
        ready.append(task)
    except StopIteration:
        pass
