# Attributes added from outside, class attribute set later.
class C: pass
c = C(); c.x = 1; c.y = [2]; C.z = 'late'; print(c.x, c.y, c.z, vars(c))
