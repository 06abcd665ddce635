import queue

first_in = queue.Queue()
last_in = queue.LifoQueue()
by_priority = queue.PriorityQueue()
for item in [(3, 'a'), (1, 'b'), (2, 'c'), (1, 'a')]:
    first_in.put(item)
    last_in.put(item)
    by_priority.put(item)
for q in (first_in, last_in, by_priority):
    print([q.get() for _ in range(4)])
