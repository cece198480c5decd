# types: dynamic
# json: texts of values and values of texts.
import json
print(json.dumps({"a": [1, 2.5, None, True], "b": {"c": "é\n\"x\""}, "d": []}), json.dumps([1, (2, "x")]), json.dumps("😀"), json.dumps("é", ensure_ascii=False), json.dumps(float("inf")))
print(json.dumps({"b": 1, "a": [1, {"z": 2}], "e": {}}, indent=2, sort_keys=True)); print(json.dumps([1, 2], separators=(",", ":")), json.dumps({1: 2, None: 3, True: 4, 2.5: "x"}))
x = json.loads('{"a": [1, 2.5, -3e2, null, true, "s\\u00e9\\n\\ud83d\\ude00"], "b": {"c": {}}}')
print(x, x["a"], json.loads(" [ ] "), json.loads('"x"'), json.loads("12"), json.loads(json.dumps(x)) == x)
for bad in ("", "{", "[1,", '{"a" 1}', '{"a":1,}', "[1 2]", '"abc', "nul", "1 2", '{"a":1 "b"}', '"\\q"', '"\t"', "[1]x", "\n\n  ?"):
    try: json.loads(bad)
    except json.JSONDecodeError as e: print(repr(bad), e, e.pos, e.lineno, e.colno, e.msg)
try: json.dumps({1, 2})
except TypeError as e: print(e)
