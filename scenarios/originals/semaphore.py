import threading
import time

semaphore = threading.BoundedSemaphore(5)
lock = threading.Lock()
inside = most = 0

def guest():
    global inside, most
    semaphore.acquire() # уменьшает счетчик
    with lock:
        inside += 1
        most = max(most, inside)
    time.sleep(0.05) # доступ к общему ресурсу
    with lock:
        inside -= 1
    semaphore.release() # увеличивает счетчик

guests = [threading.Thread(target=guest) for _ in range(20)]
for thread in guests:
    thread.start()
for thread in guests:
    thread.join()
print('most inside:', most)
try:
    semaphore.release()
except ValueError as error:
    print('ValueError:', error)
