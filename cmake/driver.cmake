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

# The launcher: as little as possible, static (but for sanitizers, which cannot be).
set(KRAIT_DRIVER ${CMAKE_SOURCE_DIR}/compiler/driver)
add_executable(krait ${KRAIT_DRIVER}/launcher.cpp ${KRAIT_DRIVER}/options.cpp
               ${KRAIT_DRIVER}/run_cache.cpp ${KRAIT_DRIVER}/sha256.cpp)
target_include_directories(krait PRIVATE compiler)
set_target_properties(krait PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
if(NOT KRAIT_SANITIZE)
  target_link_options(krait PRIVATE -static)
endif()

if(EXISTS ${KRAIT_DRIVER}/compile.cpp)
  add_executable(krait-compiler ${KRAIT_DRIVER}/main.cpp)
  # jemalloc comes first, before anything can ask for glibc's malloc; sanitizers have an allocator of their own.
  if(NOT KRAIT_SANITIZE)
    find_library(KRAIT_JEMALLOC NAMES libjemalloc.a REQUIRED)
    target_link_libraries(krait-compiler PRIVATE ${KRAIT_JEMALLOC})
  endif()
  target_link_libraries(krait-compiler PRIVATE krait_driver)
  target_link_options(krait-compiler PRIVATE -fuse-ld=lld)
  set_target_properties(krait-compiler PROPERTIES
                        RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/libexec/krait)

  # lib/krait: the library in Python beside the runtime's archives, and the build id of it all.
  file(GLOB_RECURSE krait_library CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/lib/*.py)
  set(krait_installed krait-compiler)
  foreach(target krait_rt_st krait_rt_mt krait_rt_st_bc krait_rt_mt_bc)
    if(TARGET ${target})
      list(APPEND krait_installed ${target})
    endif()
  endforeach()
  add_custom_command(
    OUTPUT ${CMAKE_BINARY_DIR}/lib/krait/build-id
    COMMAND ${KRAIT_PYTHON} ${CMAKE_SOURCE_DIR}/tools/install_library.py ${CMAKE_SOURCE_DIR}/lib
            ${CMAKE_BINARY_DIR}/lib/krait $<TARGET_FILE:krait-compiler>
    DEPENDS ${krait_installed} ${krait_library} ${CMAKE_SOURCE_DIR}/tools/install_library.py
    VERBATIM)
  add_custom_target(krait-library ALL DEPENDS ${CMAKE_BINARY_DIR}/lib/krait/build-id)
endif()
