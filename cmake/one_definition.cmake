# The target one_definition: all rooms linked into one with link-time optimisation, only to hear what -Wodr says: two
# types of one name in one namespace are a crash that no compiler sees in its own source. ./setup odr builds it in a
# folder of its own with -flto and each source by itself, which also proves that headers compile alone.
get_property(rooms GLOBAL PROPERTY COMMSEARCH_ROOMS)
list(TRANSFORM rooms REPLACE "(.+)" "$<TARGET_OBJECTS:\\1>" OUTPUT_VARIABLE objects)
add_custom_command(OUTPUT one_definition.o
  # "rel" joins what the compiler knows of the sources and generates no code.
  COMMAND ${CMAKE_CXX_COMPILER} -O0 -flto -Wodr -Werror=odr -r -nostdlib -flinker-output=rel -o one_definition.o
    "${objects}"
  DEPENDS "${objects}" COMMENT "Every type has one definition" COMMAND_EXPAND_LISTS VERBATIM)
add_custom_target(one_definition DEPENDS one_definition.o)
