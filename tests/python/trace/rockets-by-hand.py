# era: 2.5
import heapq
import time


def countdown(name, count, pace):
    while count > 0:
        print name, count
        yield pace
        count -= 1
    print name, "lift-off"


def run(tasks):
    due = [(time.time(), number, task) for number, task in enumerate(tasks)]
    while due:
        when, number, task = heapq.heappop(due)
        time.sleep(max(0, when - time.time()))
        try:
            pace = task.next()
        except StopIteration:
            continue
        heapq.heappush(due, (when + pace, number, task))


run([countdown("Ariane", 3, 1.5), countdown("Soyuz", 5, 1.0), countdown("Vega", 2, 2.0)])
