value = 'from the package'
