import threading

def f(a, b, c):
    print(threading.current_thread().name, a, b, c)

th = threading.Thread(name='th', target=f, args=(1, 2), kwargs={'c': 3})
th.start()
th.join()
