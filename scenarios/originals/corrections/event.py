"""The lecture's comment: "initially the flag is set (is_set() == True)"."""
import threading

event = threading.Event()
print('is_set() of a new Event:', event.is_set())
print('wait(0.2) returns:', event.wait(0.2), '- it has waited in vain')
event.set()
print('is_set() after set():', event.is_set())
