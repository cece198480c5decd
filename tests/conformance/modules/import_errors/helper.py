value = 'helper value'
