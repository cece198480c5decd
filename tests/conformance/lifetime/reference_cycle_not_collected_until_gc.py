# A reference cycle is not collected until gc.
import gc
gc.disable()
class A:
    def __del__(s): print('del')
a = A(); a.me = a; del a; print('alive'); gc.collect(); print('end')
