try:
    pass
except A, B:
    pass
except A, B, C:
    pass
except (D, E):
    pass
except A.b, c():
    pass
except x[0], (y), z,:
    pass
except F as g:
    pass
except (A, B) as h:
    pass
except:
    pass
try:
    pass
except* A, B:
    pass
except* C:
    pass
except* (A, B) as e:
    pass
else:
    pass
finally:
    pass
