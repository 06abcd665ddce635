import multiprocessing
import threading
import time

def find_primes(end, start=3):
    return [n for n in range(start, end + 1) if n > 1 and all(n % d for d in range(2, int(n ** 0.5) + 1))]

RANGES = [(10000, 3), (20000, 10001), (30000, 20001)]

def timed(name, run):
    start = time.perf_counter()
    run()
    print('%-12s %.3f s' % (name, time.perf_counter() - start))

def one_after_the_other():
    for args in RANGES:
        find_primes(*args)

def started_and_joined(workers):
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

if __name__ == '__main__':
    print([len(find_primes(*args)) for args in RANGES])
    timed('sequential', one_after_the_other)
    timed('threads', lambda: started_and_joined([threading.Thread(target=find_primes, args=args) for args in RANGES]))
    timed('processes', lambda: started_and_joined([multiprocessing.Process(target=find_primes, args=args) for args in RANGES]))
