"""The lecture's program that squares numbers, with a file of two lines; the lecture: "character by character"."""
import os
import queue
import sys
import tempfile
import threading

os.chdir(tempfile.mkdtemp())
with open('infile.txt', 'w') as file:
    file.write('12 3\n45\n')
print('items of the first line:', '12 3\n'.split(), '- words, not characters')

q = queue.Queue()


def worker():
    with open('outfile.txt', 'w') as fout:
        item = '0'
        while item.isdigit():
            item = q.get()
            fout.write('start')
            if item.isdigit():
                fout.write(f' {int(item) ** 2} ')
            fout.write('finish\n')
            q.task_done()


def watch():
    with open('outfile.txt') as file:
        print('after 2 s, written:', repr(file.read()))
    frames = sys._current_frames()
    main = frames[threading.main_thread().ident]
    while main.f_code.co_name != '<module>':
        print('the main thread is in', main.f_code.co_name)
        main = main.f_back
    print('the worker lives:', t.is_alive())
    print('items that nobody takes:', list(q.queue))
    sys.stdout.flush()
    os._exit(0)


t = threading.Thread(target=worker)
t.start()
threading.Timer(2, watch).start()
with open('infile.txt') as fin:
    for line in fin:
        items = line.split()
        for each in items:
            if each.isdigit():
                q.put(each)
                q.join()
        q.put('stop')
        q.join()
t.join()
print('the program has ended')
os._exit(0)
