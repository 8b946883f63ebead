// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Only flags that change what the source means are passed on; optimisation,
 * warnings and code generation are GCC's business. A list of what to keep ages
 * better than one of what to drop: an unknown flag is an error for clang.
 */
#include <string.h>

#include "flags.h"

static const char *const kept_prefixes[] = {
	"-D", "-U", "-I", "-std=", "-nostdinc", "-m64", "-m32", "-march=", "-mno-sse",
	"-mno-mmx", "-mno-avx", "-mno-3dnow", "-mno-80387", "-mcmodel=", "-mno-red-zone",
	"-fshort-wchar", "-funsigned-char", "-fsigned-char", "-fms-extensions", "-fno-builtin",
	"-ffreestanding", "-fno-strict-aliasing", "-fno-common", "-fno-PIE", "-fno-pie",
	"-fshort-enums", "-fwrapv", "-fno-strict-overflow",
};

static const char *const kept_with_value[] = {
	"-include", "-isystem", "-iquote", "-idirafter", "-imacros",
};

GPtrArray *flags_for_clang(const struct source *source, const char *overlay,
			   const char *rewritten)
{
	GPtrArray *argv = g_ptr_array_new();
	guint i, j;

	if (rewritten) {
		g_ptr_array_add(argv, "-ivfsoverlay");
		g_ptr_array_add(argv, (char *)rewritten);
	}
	if (overlay) {
		g_ptr_array_add(argv, "-I");
		g_ptr_array_add(argv, (char *)overlay);
	}
	for (i = 0; i < source->flags->len; i++) {
		char *flag = source->flags->pdata[i];

		if (!strcmp(flag, OWN_FLAGS))
			continue;
		for (j = 0; j < G_N_ELEMENTS(kept_prefixes); j++) {
			if (g_str_has_prefix(flag, kept_prefixes[j])) {
				g_ptr_array_add(argv, flag);
				break;
			}
		}
		for (j = 0; j < G_N_ELEMENTS(kept_with_value); j++) {
			if (!strcmp(flag, kept_with_value[j]) && i + 1 < source->flags->len) {
				g_ptr_array_add(argv, flag);
				g_ptr_array_add(argv, source->flags->pdata[++i]);
				break;
			}
		}
	}
	/* GCC takes casts as operands of asm without being asked to. */
	g_ptr_array_add(argv, "-fheinous-gnu-extensions");
	g_ptr_array_add(argv, "-w");
	return argv;
}
