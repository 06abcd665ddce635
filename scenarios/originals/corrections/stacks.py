"""The lecture: a thread uses the same stack as the process."""
import os
import threading
import time

ids = {}
arrived = threading.Barrier(3)
leave = threading.Event()


def down(depth):
    own = depth  # a local variable in each of the frames
    if depth > 0:
        down(depth - 1)
    else:
        ids[threading.current_thread().name] = threading.get_native_id()
        arrived.wait()
        leave.wait()
    assert own == depth


def stack_pointer(native_id):
    with open(f'/proc/self/task/{native_id}/syscall') as file:
        return int(file.read().split()[-2], 16)


def mapping(address):
    with open('/proc/self/maps') as file:
        for line in file:
            start, end = (int(part, 16) for part in line.split()[0].split('-'))
            if start <= address < end:
                return start
    return None


threads = [threading.Thread(target=down, args=(depth,), name=f'depth {depth}') for depth in (10, 500)]
for thread in threads:
    thread.start()
arrived.wait()
time.sleep(0.5)  # until both wait in the kernel, where their stack pointers can be read
places = {name: mapping(stack_pointer(native_id)) for name, native_id in ids.items()}
with open('/proc/self/maps') as file:
    main = [int(line.split('-')[0], 16) for line in file if line.rstrip().endswith('[stack]')][0]
print('both stack pointers lie in a mapping of memory:', None not in places.values())
print('in different ones:', len(set(places.values())) == 2)
print('and neither in the stack of the main thread:', main not in places.values())
leave.set()
for thread in threads:
    thread.join()
print('500 frames deep and 10 frames deep at the same time, each with its own locals')
