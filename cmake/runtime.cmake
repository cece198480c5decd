# The runtime archives. Everything the linker stage needs lies in one folder per target:
#   <build>/lib/krait/x86_64-linux-musl/{libkrait_rt_st.a,libkrait_rt_mt.a,krait_rt_st.bc,krait_rt_mt.bc,
#                                        crt1.o,crti.o,crtn.o,libc.a,libbuiltins.a}
set(KRAIT_RT_TRIPLE x86_64-linux-musl)
set(KRAIT_RT_DIR ${CMAKE_BINARY_DIR}/lib/krait/${KRAIT_RT_TRIPLE})
set(KRAIT_MUSL_LIB /usr/lib/x86_64-linux-musl CACHE PATH "musl's libraries and start files")
set(KRAIT_MUSL_INCLUDE /usr/include/x86_64-linux-musl CACHE PATH "musl's headers")
file(MAKE_DIRECTORY ${KRAIT_RT_DIR})

file(GLOB krait_rt_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/runtime/core/*.cpp
     ${CMAKE_SOURCE_DIR}/runtime/os/*.cpp ${CMAKE_SOURCE_DIR}/runtime/core/*.S
     ${CMAKE_SOURCE_DIR}/runtime/os/*.S)
set(KRAIT_RT_FLAGS --target=${KRAIT_RT_TRIPLE} -nostdinc++ -nostdlibinc -isystem ${KRAIT_MUSL_INCLUDE}
    -ffreestanding -fno-exceptions -fno-rtti -fno-threadsafe-statics -fno-asynchronous-unwind-tables
    -fno-stack-protector -fno-pic -fno-pie -O2 -g0 -march=x86-64-v2 -ffp-contract=off -fno-math-errno
    -ftls-model=local-exec -ffunction-sections -fdata-sections -fno-sanitize=all
    -Wno-return-type-c-linkage)

# Elementary functions of LLVM's libc (docs/math.md), their symbols renamed so that they don't meet musl's.
find_file(KRAIT_LLVM_LIBC libllvmlibc.a PATHS /usr/lib/llvm-22/lib NO_DEFAULT_PATH REQUIRED)
set(krait_rt_math)
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/llvm_libc)
foreach(function sin cos tan asin acos atan2 hypot)
  set(object ${CMAKE_BINARY_DIR}/llvm_libc/kr_llvm_${function}.o)
  add_custom_command(
    OUTPUT ${object}
    COMMAND llvm-ar-22 x ${KRAIT_LLVM_LIBC} ${function}.cpp.o
    COMMAND llvm-objcopy-22 --redefine-sym ${function}=kr_llvm_${function} ${function}.cpp.o ${object}
    WORKING_DIRECTORY ${CMAKE_BINARY_DIR}/llvm_libc DEPENDS ${KRAIT_LLVM_LIBC} VERBATIM)
  list(APPEND krait_rt_math ${object})
endforeach()
add_custom_target(krait_rt_math_objects DEPENDS ${krait_rt_math})

foreach(variant st mt)
  if(variant STREQUAL mt)
    set(threads 1)
  else()
    set(threads 0)
  endif()
  add_library(krait_rt_${variant} STATIC ${krait_rt_sources} ${krait_rt_math})
  add_dependencies(krait_rt_${variant} krait_rt_math_objects)
  target_include_directories(krait_rt_${variant} PRIVATE ${CMAKE_SOURCE_DIR}/runtime)
  target_compile_definitions(krait_rt_${variant} PRIVATE KRAIT_THREADS=${threads})
  target_compile_options(krait_rt_${variant} PRIVATE ${KRAIT_RT_FLAGS})
  set_target_properties(krait_rt_${variant} PROPERTIES ARCHIVE_OUTPUT_DIRECTORY ${KRAIT_RT_DIR}
                        POSITION_INDEPENDENT_CODE OFF)

  # The same as one bitcode module, for inlining into release builds. "no-builtins" (from
  # -ffreestanding) would forbid inlining into functions that lack it, so it is taken off.
  # mem.cpp stays out: without the attribute, the optimiser would turn memset's loop into a call of memset. So do the tables of
  # unicodedata, as large as all else here, whose functions are not worth inlining.
  set(bc_sources ${krait_rt_sources})
  list(FILTER bc_sources EXCLUDE REGEX "core/(mem|unicode_data|unicode_names)\\.cpp$|\\.S$")
  add_library(krait_rt_${variant}_bc_objects OBJECT EXCLUDE_FROM_ALL ${bc_sources})
  target_include_directories(krait_rt_${variant}_bc_objects PRIVATE ${CMAKE_SOURCE_DIR}/runtime)
  target_compile_definitions(krait_rt_${variant}_bc_objects PRIVATE KRAIT_THREADS=${threads})
  target_compile_options(krait_rt_${variant}_bc_objects PRIVATE ${KRAIT_RT_FLAGS} -emit-llvm)
  add_custom_command(
    OUTPUT ${KRAIT_RT_DIR}/krait_rt_${variant}.bc
    COMMAND llvm-link-22 $<TARGET_OBJECTS:krait_rt_${variant}_bc_objects> -S -o krait_rt_${variant}.ll
    COMMAND sed -i "s/\"no-builtins\"//" krait_rt_${variant}.ll
    COMMAND llvm-as-22 krait_rt_${variant}.ll -o ${KRAIT_RT_DIR}/krait_rt_${variant}.bc
    DEPENDS krait_rt_${variant}_bc_objects $<TARGET_OBJECTS:krait_rt_${variant}_bc_objects>
    WORKING_DIRECTORY ${CMAKE_BINARY_DIR} COMMAND_EXPAND_LISTS VERBATIM)
  add_custom_target(krait_rt_${variant}_bc DEPENDS ${KRAIT_RT_DIR}/krait_rt_${variant}.bc)
endforeach()

# Start files, musl and the compiler's builtins beside the archives.
foreach(file crt1.o crti.o crtn.o libc.a)
  if(EXISTS ${KRAIT_MUSL_LIB}/${file})
    configure_file(${KRAIT_MUSL_LIB}/${file} ${KRAIT_RT_DIR}/${file} COPYONLY)
  endif()
endforeach()
find_file(KRAIT_BUILTINS NAMES libclang_rt.builtins-x86_64.a libclang_rt.builtins.a libgcc.a
          PATHS /usr/lib/llvm-22/lib/clang/22/lib/linux
                /usr/lib/llvm-22/lib/clang/22/lib/x86_64-pc-linux-gnu
                /usr/lib/gcc/x86_64-linux-gnu/12 NO_DEFAULT_PATH)
if(KRAIT_BUILTINS)
  configure_file(${KRAIT_BUILTINS} ${KRAIT_RT_DIR}/libbuiltins.a COPYONLY)
endif()
