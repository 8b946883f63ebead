// SPDX-License-Identifier: GPL-2.0-or-later
/* Loading a user half, and refusing what is none. */
#include <dlfcn.h>
#include <elf.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <syslog.h>
#include "internal.h"

#if defined(__x86_64__)
#define MACHINE	EM_X86_64
#elif defined(__aarch64__)
#define MACHINE	EM_AARCH64
#else
#error "which ELF machine is this?"
#endif

/* Why the file cannot be a user half, from its first bytes; NULL if it can. */
static const char *elf_problem(const Elf64_Ehdr *eh, size_t got, u64 size)
{
	if (got < SELFMAG || memcmp(eh->e_ident, ELFMAG, SELFMAG))
		return "not an ELF file";
	if (got < sizeof(*eh))
		return "truncated in its first header; copy or build it again";
	if (eh->e_ident[EI_CLASS] != ELFCLASS64 || eh->e_machine != MACHINE)
		return "built for another processor";
	if (eh->e_type == ET_REL)
		return "an object file or kernel module, not a user half (a .so)";
	if (eh->e_type != ET_DYN)
		return "not a shared object";
	if (eh->e_shoff + (u64)eh->e_shnum * eh->e_shentsize > size)
		return "truncated: it ends before its section table; copy or build it again";
	return NULL;
}

/* The loader maps a truncated file gladly and the process dies of SIGBUS later. */
static int check_file(const char *path)
{
	Elf64_Ehdr eh;
	const char *problem;
	struct stat st;
	size_t got;
	FILE *f = fopen(path, "re");

	if (!f || fstat(fileno(f), &st)) {
		mdrv_log(LOG_ERR, "%s: %s", path, strerror(errno));
		if (f)
			fclose(f);
		return -1;
	}
	got = S_ISREG(st.st_mode) ? fread(&eh, 1, sizeof(eh), f) : 0;
	fclose(f);
	problem = S_ISREG(st.st_mode) ? elf_problem(&eh, got, st.st_size) :
		  S_ISDIR(st.st_mode) ? "a directory, not a user half" : "not a user half";
	if (!problem)
		return 0;
	mdrv_log(LOG_ERR, "%s: %s", path, problem);
	return -1;
}

static const char *plan_problem(const struct mdrv_plan *plan)
{
	if (!plan->name || !plan->name[0] || strlen(plan->name) > MDRV_NAME_MAX)
		return "its plan names no driver";
	if (!plan->hash || strlen(plan->hash) != MDRV_HASH_LEN)
		return "its plan has no interface hash";
	for (u32 i = 0; i < plan->nupcalls; i++) {
		if (!plan->upcalls[i].handler)
			return "an upcall in its plan has no function";
	}
	return NULL;
}

const struct mdrv_plan *mdrv_half_open(const char *path)
{
	const struct mdrv_half *half;
	const char *problem;
	char *full;
	void *dl;

	if (check_file(path))
		return NULL;
	full = realpath(path, NULL);
	dl = dlopen(full ? full : path, RTLD_NOW | RTLD_LOCAL);
	free(full);
	if (!dl) {
		mdrv_log(LOG_ERR, "%s: %s", path, dlerror());
		return NULL;
	}
	half = dlsym(dl, "mdrv_half");
	if (!half || !half->plan) {
		mdrv_log(LOG_ERR, "%s: not a user half: it has no symbol mdrv_half", path);
		return NULL;
	}
	if (half->plan->abi != MDRV_ABI) {
		mdrv_log(LOG_ERR, "%s: made for version %u of the runtime, this is %u; "
			 "build it again", path, half->plan->abi, MDRV_ABI);
		return NULL;
	}
	problem = plan_problem(half->plan);
	if (problem) {
		mdrv_log(LOG_ERR, "%s: %s", path, problem);
		return NULL;
	}
	return half->plan;
}
