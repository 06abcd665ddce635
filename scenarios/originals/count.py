import time

def count(n):
    while n > 0:
        n -= 1

c = 80000000
start = time.perf_counter()
count(c)
count(c)
print('{0:.2f} sec.'.format(time.perf_counter() - start))
