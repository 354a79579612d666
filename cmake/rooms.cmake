# The house as targets: a folder of sources is a room, and what it may include stands beside its name.
#
# room(FOLDER [USES ROOM...] [LIBRARIES TARGET...] [PRIVATE_LIBRARIES TARGET...]): the static library of all *.cc in
# FOLDER but main.cc. USES names every room whose headers its files include; tests/architecture/layering_test.cc
# reads these lines and fails on an include that is not among them, so that the list is the truth. LIBRARIES are those
# that its headers show, PRIVATE_LIBRARIES those that only its .cc files know.
# The target of "indexer/report/sections" is indexer_report_sections.
function(room folder)
  cmake_parse_arguments(PARSE_ARGV 1 its "" "" "USES;LIBRARIES;PRIVATE_LIBRARIES")
  if(its_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "room ${folder}: what is ${its_UNPARSED_ARGUMENTS}?")
  endif()
  string(REPLACE "/" "_" target ${folder})
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*.cc)
  list(FILTER sources EXCLUDE REGEX "/main\\.cc$")
  set(used)
  foreach(other IN LISTS its_USES)
    string(REPLACE "/" "_" other ${other})
    if(NOT TARGET ${other})
      message(FATAL_ERROR "room ${folder} uses ${other}, which stands below it: rooms are listed in order of use")
    endif()
    list(APPEND used ${other})
  endforeach()
  if(sources)
    add_library(${target} STATIC ${sources})
    target_link_libraries(${target} PUBLIC commsearch_options ${used} ${its_LIBRARIES} PRIVATE ${its_PRIVATE_LIBRARIES})
    if(COMMSEARCH_UNITY)
      set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 0)
      # g++ takes all but the generated source for headers, in which a type may not hold one of an unnamed namespace.
      # And its bound on inlining counts by source: one large source would inline less than many small ones (4 % of the
      # instructions of a question).
      target_compile_options(${target} PRIVATE
        "$<$<COMPILE_LANG_AND_ID:CXX,GNU>:-Wno-subobject-linkage;--param=inline-unit-growth=200>")
    endif()
    set_property(GLOBAL APPEND PROPERTY COMMSEARCH_ROOMS ${target})
  else()
    add_library(${target} INTERFACE)
    target_link_libraries(${target} INTERFACE commsearch_options ${used} ${its_LIBRARIES})
  endif()
endfunction()

# storey(NAME ROOM...): one name for several rooms, for programs and tests.
function(storey name)
  add_library(${name} INTERFACE)
  foreach(folder IN LISTS ARGN)
    string(REPLACE "/" "_" target ${folder})
    target_link_libraries(${name} INTERFACE ${target})
  endforeach()
endfunction()
