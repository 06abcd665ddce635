import threading

lock = threading.RLock()
lock.acquire()
lock.acquire() # вызов не заблокирует выполнение
# последующий код будет выполняться
print('taken twice')
