import threading

class MyThread(threading.Thread):
    def __init__(self, a, b, c):
        threading.Thread.__init__(self)
        self.a = a
        self.b = b
        self.c = c

    def run(self):
        print(threading.current_thread().name, self.a, self.b, self.c)

th = MyThread(1, 2, 3)
th.start()
th.join()
