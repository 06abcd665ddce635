"""The lecture: gevent was a part of the standard library; Pool belongs to the module multithreading."""
import importlib
import sys

print('gevent in the standard library:', 'gevent' in sys.stdlib_module_names)
print('multithreading in the standard library:', 'multithreading' in sys.stdlib_module_names)
try:
    importlib.import_module('multithreading')
except ModuleNotFoundError as error:
    print('import multithreading:', error)
from multiprocessing import Pool

print('Pool is a method of', Pool.__module__ + '.' + Pool.__self__.__class__.__name__)
