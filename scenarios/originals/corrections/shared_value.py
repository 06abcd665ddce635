"""The lecture: the objects Value and Array are process-safe. A += on them is a read and a write."""
from multiprocessing import Process, Value

TIMES = 20_000


def bare(num):
    for _ in range(TIMES):
        num.value += 1


def locked(num):
    for _ in range(TIMES):
        with num.get_lock():
            num.value += 1


def run(body):
    num = Value('i', 0)
    processes = [Process(target=body, args=(num,)) for _ in range(4)]
    for p in processes:
        p.start()
    for p in processes:
        p.join()
    return num.value


if __name__ == '__main__':
    print('four processes,', TIMES, 'times num.value += 1 each')
    print('expected:', 4 * TIMES)
    found = run(bare)
    print('found:', found, '- lost:', 4 * TIMES - found)
    print('with num.get_lock():', run(locked))
