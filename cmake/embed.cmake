# embed_files(ROOM FILE...): a room of files that are put into the programs as they are. A file
# "dictionaries/rimes.tsv" becomes the C++ function `std::string_view commsearch::embedded::rimes_tsv()` of the
# generated header "ROOM.h", where ROOM has "_" for "/": "analyzers_dictionaries.h".
function(embed_files room)
  string(REPLACE "/" "_" target ${room})
  set(directory ${CMAKE_CURRENT_BINARY_DIR}/embedded)
  set(header "#pragma once\n\n#include <string_view>\n\nnamespace commsearch::embedded {\n\n")
  set(assembly "    .section .rodata\n")
  set(inputs)
  foreach(file IN LISTS ARGN)
    get_filename_component(name ${file} NAME)
    string(MAKE_C_IDENTIFIER ${name} symbol)
    get_filename_component(path ${file} ABSOLUTE)
    list(APPEND inputs ${path})
    string(APPEND assembly
      "    .global commsearch_${symbol}_begin\n    .global commsearch_${symbol}_end\n    .balign 16\n"
      "commsearch_${symbol}_begin:\n    .incbin \"${path}\"\ncommsearch_${symbol}_end:\n    .byte 0\n")
    string(APPEND header
      "extern \"C\" const char commsearch_${symbol}_begin[];\n"
      "extern \"C\" const char commsearch_${symbol}_end[];\n"
      "/// The bytes of ${file}.\n"
      "inline std::string_view ${symbol}() {\n"
      "    return {commsearch_${symbol}_begin, commsearch_${symbol}_end};\n}\n\n")
  endforeach()
  string(APPEND header "}  // namespace commsearch::embedded\n")
  string(APPEND assembly "    .section .note.GNU-stack,\"\",%progbits\n")
  file(CONFIGURE OUTPUT ${directory}/${target}.h CONTENT "${header}" @ONLY)
  file(CONFIGURE OUTPUT ${directory}/${target}.S CONTENT "${assembly}" @ONLY)
  set_source_files_properties(${directory}/${target}.S PROPERTIES OBJECT_DEPENDS "${inputs}")
  add_library(${target} STATIC ${directory}/${target}.S)
  target_include_directories(${target} INTERFACE ${directory})
endfunction()
