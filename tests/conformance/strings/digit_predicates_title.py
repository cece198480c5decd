# Digit predicates and title.
print('²'.isdigit(), '²'.isdecimal(), '½'.isnumeric(), "they're".title(), 'x1'.isidentifier(), 'A1'.isupper(), ''.isalpha())
