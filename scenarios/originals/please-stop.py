import threading
import time

asked = threading.Event()

def willing():
    while not asked.is_set():
        time.sleep(0.01)

def deaf():
    time.sleep(1)

for target in (willing, deaf):
    asked.clear()
    thread = threading.Thread(target=target)
    thread.start()
    asked.set()
    thread.join(0.5)
    print(target.__name__, 'ended within half a second:', not thread.is_alive())
    thread.join()
