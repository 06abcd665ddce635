# Ctrl-C while the main thread waits in join for another one.
import os
import signal
import threading
import time

def worker():
    time.sleep(1)
    print('worker done')

def press_ctrl_c():
    time.sleep(0.3)
    os.kill(os.getpid(), signal.SIGINT)

thread = threading.Thread(target=worker)
thread.start()
threading.Thread(target=press_ctrl_c, daemon=True).start()
start = time.perf_counter()
try:
    thread.join()
    print('join returned')
except KeyboardInterrupt:
    print('KeyboardInterrupt inside join after less than half a second:', time.perf_counter() - start < 0.5)
thread.join()
