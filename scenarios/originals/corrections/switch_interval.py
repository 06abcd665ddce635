"""The lecture: a periodic check every 100 ticks, changed with sys.setcheckinterval()."""
import sys

print('sys.setcheckinterval exists:', hasattr(sys, 'setcheckinterval'))
print('sys.getswitchinterval():', sys.getswitchinterval(), 's')
sys.setswitchinterval(0.02)
print('after sys.setswitchinterval(0.02):', sys.getswitchinterval(), 's')
