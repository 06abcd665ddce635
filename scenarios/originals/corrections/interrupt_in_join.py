"""The lecture: while a thread that is not the main one runs, the program does not react to Ctrl-C."""
import os
import signal
import threading

leave = threading.Event()
left = threading.Event()
ids = []


def work():
    ids.append(threading.get_native_id())
    leave.wait()
    left.set()


def interrupt():
    os.kill(os.getpid(), signal.SIGINT)


worker = threading.Thread(target=work)
worker.start()
threading.Timer(0.5, interrupt).start()
try:
    worker.join()
    print('join() returned')
except KeyboardInterrupt:
    print('KeyboardInterrupt in join(), on', threading.current_thread().name)
print('the system still has the thread of the worker:', str(ids[0]) in os.listdir('/proc/self/task'))
print('is_alive() says:', worker.is_alive())
leave.set()
print('the worker went on, and ended when it was let:', left.wait(5))
