"""Starts a Pool of two processes by METHOD and gives it N empty tasks, one at a time; prints the seconds until both
processes are ready, and the seconds that a task takes there and back: of the two workers, each has one at a time."""
import multiprocessing
import sys
import time


def nothing(_):
    return None


def meet(barrier):
    barrier.wait()


def main(method, count):
    context = multiprocessing.get_context(method)
    with context.Manager() as manager:
        barrier = manager.Barrier(2)
        start = time.perf_counter()
        with context.Pool(2) as pool:
            pool.map(meet, [barrier, barrier], chunksize=1)
            print(time.perf_counter() - start)
            start = time.perf_counter()
            pool.map(nothing, range(count), chunksize=1)
            print((time.perf_counter() - start) / count * 2)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
