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
#include <unistd.h>
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
static int check_file(const char *path, int fd)
{
	Elf64_Ehdr eh;
	const char *problem;
	struct stat st;
	ssize_t got;

	if (fstat(fd, &st)) {
		mdrv_log(LOG_ERR, "%s: %s", path, strerror(errno));
		return -1;
	}
	got = S_ISREG(st.st_mode) ? pread(fd, &eh, sizeof(eh), 0) : 0;
	if (got < 0)
		got = 0;
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

/*
 * Who may not search the folders that lead to the file may still read it. By its path a
 * debugger finds it.
 */
static void *load(const char *path, int fd, bool by_path)
{
	char *full = NULL;
	void *dl;

	if (by_path)
		full = realpath(path, NULL);
	else if (asprintf(&full, "/proc/self/fd/%d", fd) < 0)
		full = NULL;
	dl = dlopen(full ? full : path, RTLD_NOW | RTLD_LOCAL);
	free(full);
	return dl;
}

const struct mdrv_plan *mdrv_half_open(const char *path, int fd, bool by_path)
{
	const struct mdrv_half *half;
	const char *problem;
	void *dl;

	if (check_file(path, fd))
		return NULL;
	dl = load(path, fd, by_path);
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
