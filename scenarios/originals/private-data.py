import threading

private = threading.local()

def show(data):
    private.data = data
    print(threading.current_thread().name, private.data)

threads = [threading.Thread(target=show, name='owner %d' % number, args=('data of owner %d' % number,)) for number in range(3)]
for thread in threads:
    thread.start()
    thread.join()
print('in main:', hasattr(private, 'data'))
