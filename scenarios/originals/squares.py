open('infile.txt', 'w').write('1 2\n3 4\n') # added: the input

import threading
import queue

q = queue.Queue()

def worker(): # функция выполняемая в дочернем потоке
    with open('outfile.txt', 'w') as fout:
        item = '0' # чтоб можно было зайти в цикл while
        while item.isdigit(): # non-digit строку считаем признаком окончания расчетов
            item = q.get() # ожидаем появление элемента в очереди
            fout.write('start')
            if item.isdigit():
                fout.write(f' {int(item) ** 2} ') # выводим в файл квадрат числа
            fout.write('finish\n')
            q.task_done() # уведомляем очередь о завершении обработки

t = threading.Thread(target=worker)
t.start()
with open('infile.txt') as fin:
    for line in fin:
        items = line.split() # будем анализировать строку посимвольно
        for each in items:
            if each.isdigit():
                q.put(each) # добавляем элемент в очередь и ничего не ждем
                q.join() # ожидаем обработки элементов в очереди
        q.put('stop') # добавляем 'stop' в очередь и ничего не ждем,
        q.join() # ожидаем обработки элементов в очереди
t.join() # ожидаем завершения дочернего потока
