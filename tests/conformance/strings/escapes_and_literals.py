# Escapes, raw strings, triple quotes, bytes beside str, implicit joining.
print('tab\tquote\'"\\ nul\x00 bell\a', len('\x00\n\r\t\\\'\"\a\b\f\v'), '\101\x41\u0041\U00000041\N{LATIN SMALL LETTER E WITH ACUTE}')
print(r'raw \n \t \\', len(r'\n'), '''triple 'quotes' "both"''', """line one
line two\
 joined""")
print('a' 'b' "c" '''d''', ('long '
      'string'), 'ends with backslash \\', "it's", 'say "hi"')
print(repr('a\tb\n'), repr('\x7f\x80\xa0\xad'), repr('\\'), repr("'"), repr('"'), repr('\'"'), repr('\u2028\ufeff'), repr('日\U0001f600'))
print(b'bytes\x00\xff\n', b'q\'"', br'raw\n', len(b'\xff\x00'), b'a' b'b', repr(b'\\'))
print('\ud83d'.encode('utf-16-le', 'surrogatepass'), len('\U0001F600'), '\
continued')
print('é' == 'e\u0301', len('é'), len('e\u0301'), 'é' 'x')
