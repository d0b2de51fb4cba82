# SPDX-License-Identifier: GPL-3.0-or-later
# One INTERFACE target carries the language level, the warnings and Qt's strictness.
add_library(watchroom_config INTERFACE)
target_compile_features(watchroom_config INTERFACE cxx_std_20)
target_include_directories(watchroom_config INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(watchroom_config INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
    -Woverloaded-virtual -Wnon-virtual-dtor -Wnull-dereference)
target_compile_definitions(watchroom_config INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH
    QT_NO_KEYWORDS QT_DISABLE_DEPRECATED_BEFORE=0x060400
    WATCHROOM_VERSION="${PROJECT_VERSION}")

option(WATCHROOM_WERROR "Warnings are errors" OFF)
if(WATCHROOM_WERROR)
    target_compile_options(watchroom_config INTERFACE -Werror)
endif()

set(WATCHROOM_SANITIZE "" CACHE STRING "Value of -fsanitize, empty for none")
if(WATCHROOM_SANITIZE)
    target_compile_options(watchroom_config INTERFACE
        -fsanitize=${WATCHROOM_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(watchroom_config INTERFACE -fsanitize=${WATCHROOM_SANITIZE})
    if(WATCHROOM_SANITIZE MATCHES "undefined")
        target_compile_options(watchroom_config INTERFACE -fno-sanitize-recover=undefined)
    endif()
    # g++ 12 reports null dereferences in inlined Qt code that only a sanitizer's checks bring in.
    target_compile_options(watchroom_config INTERFACE -Wno-null-dereference -Wno-maybe-uninitialized)
endif()

# watchroom_library(name FOLDER path SOURCES ... LINK ...): a static library of one folder.
function(watchroom_library name)
    cmake_parse_arguments(arg "" "" "SOURCES;LINK" ${ARGN})
    add_library(${name} STATIC ${arg_SOURCES})
    target_link_libraries(${name} PUBLIC watchroom_config ${arg_LINK})
endfunction()

# watchroom_test(name SOURCES ... LINK ... [LABELS ...] [TIMEOUT seconds]): one QtTest program.
function(watchroom_test name)
    cmake_parse_arguments(arg "" "TIMEOUT" "SOURCES;LINK;LABELS" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE watchroom_config Qt6::Test ${arg_LINK})
    add_test(NAME ${name} COMMAND ${name})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    set_tests_properties(${name} PROPERTIES
        TIMEOUT ${arg_TIMEOUT}
        LABELS "${arg_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LANG=C.UTF-8")
endfunction()
