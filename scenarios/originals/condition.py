import threading

items = []
taken = []
cv = threading.Condition()

def an_item_is_available():
    return len(items) > 0

def consumer():
    # захватываем item
    with cv:
        while not an_item_is_available():
            cv.wait()
        taken.append(items.pop(0))

consumers = [threading.Thread(target=consumer) for _ in range(3)]
for thread in consumers:
    thread.start()
for number in range(3):
    # освобождаем item
    with cv:
        items.append(number)
        cv.notify()
for thread in consumers:
    thread.join()
print('taken:', sorted(taken))
