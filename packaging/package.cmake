# Man pages and completions, what `cmake --install` puts where, and the Debian package (./setup package).
include(GNUInstallDirs)

set(share ${CMAKE_BINARY_DIR}/share)
set(made)
foreach(program commsearch commsearch-index commsearch-server)
  list(APPEND made ${share}/man/${program}.1.gz ${share}/bash/${program} ${share}/zsh/_${program})
endforeach()
add_custom_command(OUTPUT ${made}
  COMMAND ${PROJECT_SOURCE_DIR}/packaging/generate ${CMAKE_RUNTIME_OUTPUT_DIRECTORY} ${share} ${PROJECT_VERSION}
  DEPENDS commsearch commsearch-index commsearch-server ${PROJECT_SOURCE_DIR}/packaging/generate
  COMMENT "Man pages and completions of what --help says" VERBATIM)
add_custom_target(manuals ALL DEPENDS ${made})

foreach(name changelog commsearch-extract.1)
  add_custom_command(OUTPUT ${share}/doc/${name}.gz
    COMMAND ${CMAKE_COMMAND} -E make_directory ${share}/doc
    COMMAND sh -c "gzip -9nc \"$1\" >\"$2\"" sh ${PROJECT_SOURCE_DIR}/packaging/debian/${name} ${share}/doc/${name}.gz
    DEPENDS ${PROJECT_SOURCE_DIR}/packaging/debian/${name} VERBATIM)
endforeach()
add_custom_target(package_documents ALL DEPENDS ${share}/doc/changelog.gz ${share}/doc/commsearch-extract.1.gz)

# commsearch-extract is found beside commsearch-index.
install(TARGETS commsearch commsearch-index commsearch-server commsearch-extract
  RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY ${share}/man/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 FILES_MATCHING PATTERN "*.gz")
install(FILES ${share}/doc/commsearch-extract.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(DIRECTORY ${share}/bash/ DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(DIRECTORY ${share}/zsh/ DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR} FILES_MATCHING PATTERN "*.md")
install(DIRECTORY packaging/examples DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES packaging/debian/copyright ${share}/doc/changelog.gz DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES packaging/systemd/commsearch-index.service packaging/systemd/commsearch-index.timer
  packaging/systemd/commsearch-server.service DESTINATION /lib/systemd/system)
install(FILES packaging/commsearch.sysusers DESTINATION /usr/lib/sysusers.d RENAME commsearch.conf)
install(FILES packaging/commsearch.tmpfiles DESTINATION /usr/lib/tmpfiles.d RENAME commsearch.conf)
install(FILES packaging/commsearch.toml DESTINATION /etc/commsearch)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME commsearch)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "commsearch maintainers <maintainers@commsearch.example>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_SET_DESTDIR ON)
set(CPACK_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
  WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "systemd | systemd-standalone-sysusers | systemd-sysusers")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "antiword, catdoc, poppler-utils, tesseract-ocr, tesseract-ocr-vie")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
  ${PROJECT_SOURCE_DIR}/packaging/debian/conffiles ${PROJECT_SOURCE_DIR}/packaging/debian/postinst
  ${PROJECT_SOURCE_DIR}/packaging/debian/prerm ${PROJECT_SOURCE_DIR}/packaging/debian/postrm)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "full-text search over Vietnamese administrative reports")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Full-text search over the reports of communes and wards, with or without
accents and with or without abbreviations. Reads Word, OpenDocument, RTF, PDF,
scans, HTML and text; answers on the command line, as JSON and on a web page.

The index is rebuilt every night beside the one in use, checked, and switched
in one step.")
include(CPack)
