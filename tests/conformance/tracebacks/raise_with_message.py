# stderr: exact
def withdraw(balance, amount):
    if amount > balance:
        raise ValueError(f'cannot take {amount} from {balance}')
    return balance - amount


print(withdraw(10, 5))
withdraw(10,
         50)
