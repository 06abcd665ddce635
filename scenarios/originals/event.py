import threading
import time

event = threading.Event() # изначально флаг установлен (is_set() == True)
print('new:', event.is_set())

passed = []
def client(number):
    event.wait() # ожидание флага (пока is_set() == False) - в клиентском потоке
    passed.append(number)

clients = [threading.Thread(target=client, args=(number,)) for number in range(5)]
for thread in clients:
    thread.start()
time.sleep(0.1)
print('passed before set:', len(passed))
event.set() # установка флага (is_set() == True) - в серверном потоке
for thread in clients:
    thread.join()
print('passed after set:', len(passed))
event.clear() # сброс флага (is_set() == False) - в серверном потоке
print('wait after clear:', event.wait(0.1))
