"""What CPython's threads, greenlets and processes cost on this machine, as one line of JSON. Arguments: threads, processes."""
import json
import multiprocessing
import os
import platform
import sys
import threading
import time

RUNTIME = 'cpython ' + platform.python_version()
PAGE = os.sysconf('SC_PAGE_SIZE')


def resident():
    """The process's own memory, and the stacks that the kernel runs on for all threads; None where there is no /proc."""
    try:
        with open('/proc/self/statm') as file:
            own = int(file.read().split()[1]) * PAGE
        with open('/proc/meminfo') as file:
            return own + sum(int(line.split()[1]) * 1024 for line in file if line.startswith('KernelStack'))
    except OSError:
        return None


def share(pid):
    try:
        with open('/proc/%d/smaps_rollup' % pid) as file:
            return sum(int(line.split()[1]) * 1024 for line in file if line.startswith('Pss:'))
    except OSError:
        return None


def price(what, count, seconds, size):
    return {'runtime': RUNTIME, 'what': what, 'count': count, 'startMicros': seconds * 1e6 / count, 'bytes': size}


def grown(before, count):
    after = resident()
    return None if before is None or after is None else max(0, after - before) / count


def threads(count):
    leave = threading.Event()
    begun = threading.Semaphore(0)

    def sleep():
        begun.release()
        leave.wait()

    before = resident()
    start = time.perf_counter()
    all_threads = [threading.Thread(target=sleep) for _ in range(count)]
    for thread in all_threads:
        thread.start()
    for _ in all_threads:
        begun.acquire()
    seconds = time.perf_counter() - start
    size = grown(before, count)
    leave.set()
    for thread in all_threads:
        thread.join()
    return price('thread', count, seconds, size)


def greenlets(count):
    from greenlet import getcurrent, greenlet

    main = getcurrent()
    before = resident()
    start = time.perf_counter()
    asleep = [greenlet(main.switch) for _ in range(count)]
    for each in asleep:
        each.switch()
    seconds = time.perf_counter() - start
    return price('green-thread', count, seconds, grown(before, count))


def sleep_in_process(connection):
    connection.send('runs')
    connection.recv()


def processes(count):
    start = time.perf_counter()
    started = []
    for _ in range(count):
        here, there = multiprocessing.Pipe()
        process = multiprocessing.Process(target=sleep_in_process, args=(there,), daemon=True)
        process.start()
        here.recv()
        started.append((process, here))
    seconds = time.perf_counter() - start
    sizes = [share(process.pid) for process, _ in started]
    for process, here in started:
        here.send('end')
        process.join()
    return price('process', count, seconds, None if None in sizes else sum(sizes) / count)


if __name__ == '__main__':
    number, number_of_processes = int(sys.argv[1]), int(sys.argv[2])
    prices = [processes(number_of_processes), threads(number)]
    try:
        prices.append(greenlets(10 * number))
    except ImportError:
        pass  # there is no package greenlet, and nothing to tell of it
    print(json.dumps(prices))
