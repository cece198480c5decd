# Small word games with strings, sets and sorting.
def is_palindrome(text):
    letters = [c.lower() for c in text if c.isalnum()]
    return letters == letters[::-1]


def anagrams(words):
    groups = {}
    for word in words:
        groups.setdefault(''.join(sorted(word)), []).append(word)
    return sorted(group for group in groups.values() if len(group) > 1)


def longest_common_prefix(words):
    if not words:
        return ''
    prefix = words[0]
    for word in words[1:]:
        while not word.startswith(prefix):
            prefix = prefix[:-1]
    return prefix


def run_length(text):
    out = []
    i = 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        out.append(text[i] + (str(j - i) if j - i > 1 else ''))
        i = j
    return ''.join(out)


for t in ('A man, a plan, a canal: Panama', 'hello', '', 'Été', 'ab'):
    print(repr(t), is_palindrome(t))
print(anagrams(['listen', 'silent', 'enlist', 'abc', 'cab', 'x', 'google']))
print(repr(longest_common_prefix(['flower', 'flow', 'flight'])), repr(longest_common_prefix(['a', 'b'])), repr(longest_common_prefix([])))
print(run_length('aaabbc'), run_length(''), run_length('日日日x'))
vowels = {v: 'programming language'.count(v) for v in 'aeiou'}
print(vowels, [w for w in 'a bb ccc dd e'.split() if len(w) == 2], 'abc'.translate({97: 'z'}))
print(' '.join(w[0].upper() + w[1:] for w in 'make title case'.split()), 'camelCaseName'.swapcase())
