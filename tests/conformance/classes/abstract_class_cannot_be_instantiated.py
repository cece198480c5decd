# Abstract class cannot be instantiated.
from abc import ABC, abstractmethod
class A(ABC):
    @abstractmethod
    def f(s): ...
try: A()
except TypeError as e: print(e)
