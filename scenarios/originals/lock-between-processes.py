from multiprocessing import Process, RLock

def f(lock, i):
    with lock:
        print('Process number {}'.format(i))

if __name__ == '__main__':
    lock = RLock()
    processes = []
    for num in range(5):
        p = Process(target=f, args=(lock, num))
        p.start()
        processes.append(p)

    for p in processes:
        p.join()
