import threading
import time

def work():
    time.sleep(0.3)
    print('work done')

threading.Thread(target=work).start()
threading.Thread(target=lambda: (time.sleep(0.3), print('daemon done')), daemon=True).start()
print('main ends')
