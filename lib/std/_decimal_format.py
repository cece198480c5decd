"""Decimals as texts, for decimal."""
from _decimal_digits import _digits, _shortened, _ten


def formatted(x, spec, how):
    # By the mini-language: [[fill]align][sign][0][width][,][.precision][type].
    bad = "invalid format string"
    fill = " "
    align = ">"
    at = 0
    given = False
    if len(spec) > 1 and spec[1] in "<>=^":
        fill = spec[0]
        align = spec[1]
        at = 2
        given = True
    elif spec[:1] in ("<", ">", "=", "^"):
        align = spec[0]
        at = 1
        given = True
    plus = ""
    if spec[at:at + 1] in ("+", "-", " "):
        plus = spec[at]
        at += 1
    if spec[at:at + 1] == "0":
        if given:
            raise ValueError(bad)
        fill = "0"
        align = "="
        at += 1
    start = at
    while at < len(spec) and spec[at] in "0123456789":
        at += 1
    width = int(spec[start:at]) if at > start else 0
    comma = spec[at:at + 1] == ","
    if comma:
        at += 1
    precision = -1
    if spec[at:at + 1] == ".":
        start = at + 1
        at = start
        while at < len(spec) and spec[at] in "0123456789":
            at += 1
        if at == start:
            raise ValueError(bad)
        precision = int(spec[start:at])
    kind = spec[at:]
    if kind not in ("", "e", "E", "f", "F", "g", "G", "%"):
        raise ValueError(bad)
    sign = "-" if x._sign else ("" if plus == "-" else plus)
    if x._kind:
        if fill == "0" and align == "=":
            fill = " "
            align = ">"
        text = str(x)
        body = text[1:] if x._sign else text
        if kind == "%":
            body += "%"
    else:
        n = x._int
        exp = x._exp + 2 if kind == "%" else x._exp
        fixed = kind in ("f", "F", "%")
        scientific = kind in ("e", "E")
        drop = 0
        if precision >= 0:
            if fixed:
                drop = -precision - exp
            elif scientific:
                drop = _digits(n) - precision - 1
                if n == 0:
                    drop = 0
            elif _digits(n) > max(precision, 1):
                drop = _digits(n) - max(precision, 1)
        elif fixed and exp > 0:
            drop = -exp
        if drop > 0:
            n = _shortened(x._sign, n, drop, how)
            exp += drop
            if not fixed and n == _ten(_digits(n) - 1) and _digits(n) > (precision + 1 if scientific else max(precision, 1)):
                n = n // 10
                exp += 1
        elif drop < 0:
            n = n * _ten(-drop)
            exp += drop
        digits = str(n)
        left = exp + len(digits)
        if scientific:
            dot = 1 - precision if n == 0 and precision >= 0 else 1
        elif fixed or (exp <= 0 and left > -6):
            dot = left
        else:
            dot = 1
        if dot < 0:
            whole = "0"
            part = "0" * -dot + digits
        elif dot > len(digits):
            whole = digits + "0" * (dot - len(digits))
            part = ""
        else:
            whole = digits[:dot] or "0"
            part = digits[dot:]
        tail = "." + part if part else ""
        if not fixed and (left != dot or scientific):
            power = left - dot
            tail += ("e" if kind in ("e", "g") else "E") + ("-" if power < 0 else "+") + str(abs(power))
        if kind == "%":
            tail += "%"
        if comma:
            if fill == "0" and align == "=":
                # The zeros are grouped, too.
                while len(sign) + len(whole) + (len(whole) - 1) // 3 + len(tail) < width:
                    whole = "0" + whole
            out = ""
            while len(whole) > 3:
                out = "," + whole[-3:] + out
                whole = whole[:-3]
            whole = whole + out
        body = whole + tail
    room = width - len(sign) - len(body)
    if room <= 0:
        return sign + body
    if align == "=":
        return sign + fill * room + body
    if align == ">":
        return fill * room + sign + body
    if align == "<":
        return sign + body + fill * room
    half = room // 2
    return fill * half + sign + body + fill * (room - half)
