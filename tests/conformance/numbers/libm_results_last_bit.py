# Libm results to the last bit.
import math; print(math.sin(1e22), math.atan2(0.1, 0.3), math.hypot(0.1, 0.7), math.log10(0.3), math.tanh(0.3), math.exp(0.7), 0.3**0.7)
