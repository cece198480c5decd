import html
from html import escape

for text in ["", "plain", "<a href=\"x\">it's & that</a>", "&amp;", "é < ü", "'\"&<>" * 3]:
    print(html.escape(text), escape(text, quote=False), escape(text, False) == escape(text))
print(list(map(escape, ["<", ">", "&"])))
try:
    print(html.escape(None))
except AttributeError as error:
    print(error)
