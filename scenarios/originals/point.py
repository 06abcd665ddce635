import threading

class Point:
    def __init__(self):
        self._mutex = threading.RLock()
        self._x = 0
        self._y = 0

    def get(self):
        with self._mutex:
            return (self._x, self._y)

    def set(self, x, y):
        with self._mutex:
            self._x = x
            self._y = y

point = Point()
writers = [threading.Thread(target=lambda n=n: [point.set(i * 2 + n, i * 2 + n) for i in range(20000)]) for n in (0, 1)]
for writer in writers:
    writer.start()
pairs = [point.get() for _ in range(20000)]
for writer in writers:
    writer.join()
print('mixed pairs:', sum(x != y for x, y in pairs))
