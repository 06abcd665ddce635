"""The lecture: Python has a GIL, and processes do not use it at all. What this build says of itself."""
import sys
import sysconfig
from multiprocessing import Process, Queue


def tell(q):
    q.put(sys.getswitchinterval())


if __name__ == '__main__':
    print('built without a GIL (Py_GIL_DISABLED):', bool(sysconfig.get_config_var('Py_GIL_DISABLED')))
    print('sys._is_gil_enabled exists (since 3.13):', hasattr(sys, '_is_gil_enabled'))
    sys.setswitchinterval(0.1)
    q = Queue()
    p = Process(target=tell, args=(q,))
    p.start()
    print('a child process has an interpreter of its own, with a GIL of its own; its switch interval:', round(q.get(), 3), 's')
    p.join()
