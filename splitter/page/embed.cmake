# SPDX-License-Identifier: GPL-2.0-or-later
# The files of a page as C strings, those of one kind one after the other:
#   cmake -DNAME=report -DOUTPUT=x.c -DFILES=a.html;b.css;c.js;d.js -P embed.cmake
# makes report_html, report_css and report_js.
foreach(file ${FILES})
	get_filename_component(kind ${file} LAST_EXT)
	string(SUBSTRING ${kind} 1 -1 kind)
	file(READ ${file} bytes HEX)
	string(APPEND all_${kind} "${bytes}")
	list(APPEND kinds ${kind})
endforeach()
list(REMOVE_DUPLICATES kinds)
set(text "/* Made by embed.cmake. */\n")
foreach(kind ${kinds})
	string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${all_${kind}}")
	string(APPEND text "extern const char ${NAME}_${kind}[];\n"
		"const char ${NAME}_${kind}[] = {\n${bytes}0\n};\n")
endforeach()
file(WRITE ${OUTPUT} "${text}")
