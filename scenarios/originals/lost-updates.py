import threading

class Counter:
    value = 0

def increment(times):
    for _ in range(times):
        value = Counter.value
        value = int(value) + 1 # a call: here another thread may have its turn
        Counter.value = value

threads = [threading.Thread(target=increment, args=(500000,)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print('increments lost:', 1000000 - Counter.value > 0)
