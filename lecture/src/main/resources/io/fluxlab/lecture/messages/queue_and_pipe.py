"""What CPython's Queue and Pipe do on this machine, as one line of JSON. Arguments: messages, round trips, megabytes."""
import json
import platform
import sys
import time
from multiprocessing import Pipe, Process, Queue


def put_all(queue, messages):
    for number in range(messages):
        queue.put([number, None, 'hello'])


def send_all(connection, messages):
    for number in range(messages):
        connection.send([number, None, 'hello'])


def put_back(there, back, trips):
    for _ in range(trips):
        back.put(there.get())


def send_back(connection, trips):
    for _ in range(trips):
        connection.send(connection.recv())


def put_large(queue, megabytes):
    queue.put(bytes(megabytes << 20))


def send_large(connection, megabytes):
    connection.send(bytes(megabytes << 20))


def beside(target, arguments, work):
    process = Process(target=target, args=arguments, daemon=True)
    process.start()
    result = work()
    process.join()
    return result


def timed(receive, count):
    receive()  # the process has started
    start = time.perf_counter()
    for _ in range(count - 1):
        receive()
    return time.perf_counter() - start


def main(messages, trips, megabytes):
    queue, back = Queue(), Queue()
    here, there = Pipe()
    receiving, sending = Pipe(duplex=False)

    def by_queue():
        queue.put('ball')
        back.get()

    def by_pipe():
        here.send('ball')
        here.recv()

    by_queue_seconds = beside(put_all, (back, messages), lambda: timed(back.get, messages))
    by_pipe_seconds = beside(send_all, (sending, messages), lambda: timed(receiving.recv, messages))
    trip_by_queue = beside(put_back, (queue, back, trips), lambda: timed(by_queue, trips))
    trip_by_pipe = beside(send_back, (there, trips), lambda: timed(by_pipe, trips))
    large_by_queue = beside(put_large, (back, megabytes), lambda: len(back.get()))
    large_by_pipe = beside(send_large, (sending, megabytes), lambda: len(receiving.recv()))
    try:
        receiving.send('the wrong way')
        wrong_way = ''
    except OSError as error:
        wrong_way = str(error)
    print(json.dumps({
        'version': platform.python_version(),
        'queuePerSecond': (messages - 1) / by_queue_seconds,
        'pipePerSecond': (messages - 1) / by_pipe_seconds,
        'queueMicros': trip_by_queue * 1e6 / (2 * (trips - 1)),
        'pipeMicros': trip_by_pipe * 1e6 / (2 * (trips - 1)),
        'largeByQueue': large_by_queue,
        'largeByPipe': large_by_pipe,
        'wrongWay': wrong_way,
    }))


if __name__ == '__main__':
    main(*map(int, sys.argv[1:]))
