# stderr: exact
größen = {'klein': 1, 'groß': 2}
print(größen['groß'])
print('日本', größen['mittel: 日本'], 'ende')
