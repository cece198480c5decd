# stderr: exact
# The frame of a generated __init__ in a traceback.
from dataclasses import dataclass, field


@dataclass
class Account:
    owner: str
    balance: int = 0
    history: list = field(default_factory=list)

    def __post_init__(self):
        if self.balance < 0:
            raise ValueError(f"negative balance: {self.balance}")


print(Account("ann", 3))
print(Account("bob", -1))
