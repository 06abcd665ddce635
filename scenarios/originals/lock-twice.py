import threading

lock = threading.Lock()
lock.acquire()
lock.acquire() # вызов заблокирует выполнение
print('taken twice')
lock.release() # мы никогда не дойдем до этой строки
