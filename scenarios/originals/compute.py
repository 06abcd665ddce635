import random
import time

def compute(number):
    # что-то долго вычисляем
    print('Старт вычислений №{}'.format(number))
    sleeping = random.randint(1, 5)
    time.sleep(sleeping)
    print('Конец вычислений №{}. Затрачено {} секунд'.format(number, sleeping))

start = time.perf_counter()
# считаем что-то много раз с разными параметрами
for i in range(5):
    compute(i)
print('Общее время вычислений в секундах: {}'.format(int(time.perf_counter() - start)))
