import threading
import time

a, b = threading.Lock(), threading.Lock()

def worker(name, first, second):
    with first:
        time.sleep(0.1)
        print(name, 'has one lock and waits for the other')
        with second:
            print(name, 'has both')

threading.Thread(target=worker, args=('one', a, b)).start()
threading.Thread(target=worker, args=('two', b, a)).start()
