from multiprocessing import Process, Pipe

def f(conn):
    conn.send(['hello', 11, None])
    print('Client receives: {}'.format(conn.recv()))

if __name__ == '__main__':
    parent_conn, child_conn = Pipe()
    p = Process(target=f, args=(child_conn,))
    p.start()
    print('Server receives: {}'.format(parent_conn.recv()))
    parent_conn.send(['python', 3])
    p.join()
