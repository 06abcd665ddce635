from threading import Thread
import time

def count(n):
    while n > 0:
        n -= 1

c = 80000000
start = time.perf_counter()
t1 = Thread(target=count, args=(c,))
t2 = Thread(target=count, args=(c,))
t1.start()
t2.start()
t1.join()
t2.join()
print('{0:.2f} sec.'.format(time.perf_counter() - start))
