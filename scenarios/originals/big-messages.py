# The lecture: more than 32 MB can raise ValueError.
from multiprocessing import Pipe, Process, Queue

BIG = 40 * 1024 * 1024

def send(q, conn):
    q.put(b'x' * BIG)
    conn.send(b'y' * BIG)

if __name__ == '__main__':
    q = Queue()
    here, there = Pipe()
    p = Process(target=send, args=(q, there))
    p.start()
    print('queue:', len(q.get()))
    print('pipe:', len(here.recv()))
    p.join()
