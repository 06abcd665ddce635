# No "if __name__ == '__main__'": a child that is spawned runs all of this again.
import multiprocessing

def work():
    print('work')

multiprocessing.set_start_method('spawn', force=True)
p = multiprocessing.Process(target=work)
p.start()
p.join()
print('exit status of the child:', p.exitcode)
