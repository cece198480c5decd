// The immortal strs every program has.
#include "core/str.h"

// The immortal strs of the 256 Latin-1 characters and "": constant data, but for the cached hash.
// In assembly because a type id is a link-time symbol.
asm(R"(
  .section .data.kr_str_table,"awG",@progbits,kr_str_table,comdat
  .balign 8
  .weak kr_str_table
  .hidden kr_str_table
  .type kr_str_table,@object
  .size kr_str_table,10280
kr_str_table:
  .set kr_char,0
  .rept 256
  .long 0x80000000
  .byte 0
  .short kr_tid_str
  .byte 0
  .quad -1
  .quad 1
  .byte 1
  .byte 1-(kr_char>>7)
  .short 0
  .long 0
  .byte kr_char
  .zero 7
  .set kr_char,kr_char+1
  .endr
  .long 0x80000000
  .byte 0
  .short kr_tid_str
  .byte 0
  .quad -1
  .quad 0
  .byte 1
  .byte 1
  .short 0
  .long 0
  .quad 0
  .text
)");
