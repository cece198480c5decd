# The two executables: bin/krait, a small static launcher that answers `krait run` of an unchanged
# program from the run cache, and libexec/krait/krait-compiler, the compiler proper.

# The texts of `krait explain`.
set(KRAIT_EXPLAIN_CPP ${CMAKE_BINARY_DIR}/generated/explain_texts.cpp)
file(GLOB krait_explain_texts CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/compiler/diag/explain/*.md)
find_program(KRAIT_PYTHON NAMES python3 PATHS /usr/bin NO_DEFAULT_PATH REQUIRED)
add_custom_command(
  OUTPUT ${KRAIT_EXPLAIN_CPP}
  COMMAND ${KRAIT_PYTHON} ${CMAKE_SOURCE_DIR}/tools/embed_explain.py
          ${CMAKE_SOURCE_DIR}/compiler/diag/diagnostics.def ${CMAKE_SOURCE_DIR}/compiler/diag/explain
          ${KRAIT_EXPLAIN_CPP}
  DEPENDS ${CMAKE_SOURCE_DIR}/tools/embed_explain.py ${CMAKE_SOURCE_DIR}/compiler/diag/diagnostics.def
          ${krait_explain_texts}
  VERBATIM)
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/generated)
if(TARGET krait_diag)
  target_sources(krait_diag PRIVATE ${KRAIT_EXPLAIN_CPP})
endif()
