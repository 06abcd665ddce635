"""The lecture: blocks of more than 32 MB may lead to a ValueError."""
from multiprocessing import Pipe, Process, Queue

MEGABYTES = 40


def through_queue(q):
    q.put(b'x' * (MEGABYTES << 20))


def through_pipe(conn):
    conn.send(b'x' * (MEGABYTES << 20))


if __name__ == '__main__':
    q = Queue()
    p = Process(target=through_queue, args=(q,))
    p.start()
    print('through a Queue:', len(q.get()) >> 20, 'MiB')
    p.join()
    parent, child = Pipe()
    p = Process(target=through_pipe, args=(child,))
    p.start()
    print('through a Pipe:', len(parent.recv()) >> 20, 'MiB')
    p.join()
