# Ctrl-C while another thread computes: the main thread is in join.
import os
import signal
import threading
import time

def worker():
    end = time.perf_counter() + 1
    while time.perf_counter() < end:
        pass

def press_ctrl_c():
    time.sleep(0.3)
    os.kill(os.getpid(), signal.SIGINT)

thread = threading.Thread(target=worker)
thread.start()
threading.Thread(target=press_ctrl_c, daemon=True).start()
try:
    thread.join()
    print('join returned')
except KeyboardInterrupt:
    print('KeyboardInterrupt inside join, worker alive:', thread.is_alive())
thread.join()
