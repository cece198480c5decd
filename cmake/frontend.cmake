# krait-syntax: parses many files in one process; tests/frontend compares its output with CPython's.
add_executable(krait-syntax tests/frontend/syntax_main.cpp)
target_link_libraries(krait-syntax PRIVATE krait_parse)
