# How krait_codegen and krait_link find LLVM and LLD: as static archives, X86 only, so that the
# compiler starts quickly (no relocation of a 100 MB shared library). Executables that link
# krait_codegen are not position independent for the same reason.
find_program(LLVM_CONFIG NAMES llvm-config-22 PATHS /usr/lib/llvm-22/bin REQUIRED)

function(krait_llvm_config out)
  execute_process(COMMAND ${LLVM_CONFIG} ${ARGN} OUTPUT_VARIABLE text OUTPUT_STRIP_TRAILING_WHITESPACE
                  COMMAND_ERROR_IS_FATAL ANY)
  separate_arguments(text UNIX_COMMAND "${text}")
  # Polly is listed as an extension of the pass library, but nothing here refers to it.
  list(REMOVE_ITEM text -lPolly -lPollyISL)
  set(${out} "${text}" PARENT_SCOPE)
endfunction()

krait_llvm_config(KRAIT_LLVM_LIBDIR --libdir)
krait_llvm_config(KRAIT_LLVM_INCLUDE --includedir)
krait_llvm_config(KRAIT_LLVM_LIBS --link-static --libs x86codegen x86desc x86info x86asmparser asmparser
                  passes linker bitreader bitwriter irreader)
# What lld's ELF driver needs beyond that.
krait_llvm_config(KRAIT_LLD_LLVM_LIBS --link-static --libs lto dtlto option debuginfodwarf x86codegen x86asmparser
                  x86desc x86info passes linker bitreader bitwriter)
find_library(KRAIT_ZSTD NAMES libzstd.a zstd)
find_library(KRAIT_ZLIB NAMES libz.a z)

if(TARGET krait_codegen)
  target_include_directories(krait_codegen SYSTEM PRIVATE ${KRAIT_LLVM_INCLUDE})
  target_link_directories(krait_codegen PUBLIC ${KRAIT_LLVM_LIBDIR})
  target_link_libraries(krait_codegen PUBLIC ${KRAIT_LLVM_LIBS} ${KRAIT_ZSTD} ${KRAIT_ZLIB} rt dl m pthread)
  target_include_directories(krait_codegen PRIVATE ${CMAKE_SOURCE_DIR}/runtime)
  target_precompile_headers(krait_codegen PRIVATE compiler/codegen/llvm.h)
endif()
if(TARGET krait_link)
  target_include_directories(krait_link SYSTEM PRIVATE ${KRAIT_LLVM_INCLUDE})
  target_link_directories(krait_link PUBLIC ${KRAIT_LLVM_LIBDIR})
  target_link_libraries(krait_link PUBLIC lldELF lldCommon ${KRAIT_LLD_LLVM_LIBS} ${KRAIT_ZSTD} ${KRAIT_ZLIB}
                        rt dl m pthread)
endif()

# Wholly static: starts in half the time (2.3 instead of 3.9 ms).
foreach(library krait_codegen krait_link)
  if(TARGET ${library})
    target_link_options(${library} INTERFACE -fuse-ld=lld -Wl,--gc-sections)
    if(KRAIT_SANITIZE)
      target_link_options(${library} INTERFACE -no-pie)
    else()
      target_link_options(${library} INTERFACE -static)
    endif()
  endif()
endforeach()

# The test tool: MIR text to an executable or LLVM IR.
if(TARGET krait_codegen AND TARGET krait_link AND EXISTS ${CMAKE_SOURCE_DIR}/tests/tools/mirc_main.cpp)
  add_executable(krait-mirc tests/tools/mirc_main.cpp)
  target_link_libraries(krait-mirc PRIVATE krait_link krait_codegen krait_mir krait_base)
endif()
