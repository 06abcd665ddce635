import threading
import time

def calls(pauses):
    for _ in range(20):
        before = time.perf_counter()
        time.sleep(0.001)
        pauses.append(time.perf_counter() - before - 0.001)

def busy():
    while not done:
        pass

for company in (0, 1):
    done = False
    threads = [threading.Thread(target=busy) for _ in range(company)]
    for thread in threads:
        thread.start()
    pauses = []
    calls(pauses)
    done = True
    for thread in threads:
        thread.join()
    print('beside %d that compute, a call waits %.1f ms (median)' % (company, sorted(pauses)[10] * 1000))
