// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The driver's code gets to run with as little as possible: an unprivileged user,
 * no capabilities, no new ones, no file system (Landlock, where the kernel has it), and
 * of system calls those that serving a session takes (seccomp). What it needs from outside,
 * socket and device node, is open by then.
 */
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <link.h>
#include <linux/capability.h>
#include <linux/landlock.h>
#include <pwd.h>
#include <sched.h>
#include <seccomp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#include "confine.h"
#include "daemon.h"

#define NOBODY		65534
#define DEFAULT_USER	"mdrv"
#define OOM_SCORE	"-500"

static int failed(const char *what)
{
	fprintf(stderr, "mdrvd: error: cannot %s: %s\n", what, strerror(errno));
	return MDRV_EXIT_INPUT;
}

bool identity_of(const char *name, struct identity *who)
{
	const struct passwd *pw = getpwnam(name ? name : DEFAULT_USER);
	unsigned long uid, gid;
	char *end;

	*who = (struct identity){ NOBODY, NOBODY };
	if (pw)
		*who = (struct identity){ pw->pw_uid, pw->pw_gid };
	if (pw || !name)
		return true;
	uid = gid = strtoul(name, &end, 10);
	if (end != name && *end == ':')
		gid = strtoul(end + 1, &end, 10);
	if (end == name || *end || uid >= UINT32_MAX || gid >= UINT32_MAX)
		return false;
	*who = (struct identity){ uid, gid };
	return true;
}

void hold_memory(void)
{
	const struct rlimit all = { RLIM_INFINITY, RLIM_INFINITY };
	int fd = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);

	if (fd >= 0) {
		if (write(fd, OOM_SCORE, sizeof(OOM_SCORE) - 1) < 0)
			mdrv_log(7, "oom_score_adj: %s", strerror(errno));
		close(fd);
	}
	/* Stacks are reserved whole and used little: only what has been touched. */
	if (!setrlimit(RLIMIT_MEMLOCK, &all))
		mlockall(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT);
}

static int hold_object(struct dl_phdr_info *info, size_t size, void *arg)
{
	(void)size;
	(void)arg;
	for (int i = 0; i < info->dlpi_phnum; i++) {
		const ElfW(Phdr) *at = &info->dlpi_phdr[i];

		if (at->p_type == PT_LOAD && at->p_memsz &&
		    mlock((const void *)(info->dlpi_addr + at->p_vaddr), at->p_memsz))
			mdrv_log(7, "mlock %s: %s", info->dlpi_name, strerror(errno));
	}
	return 0;
}

/*
 * The kernel asks us while the machine goes to sleep, too (we are not frozen then), and
 * the disk that a page of code would have to come from may be asleep by then.
 */
void hold_code(void)
{
	dl_iterate_phdr(hold_object, NULL);
}

/* Changing the user has forbidden it, so that no other process of that user looks in. */
void allow_core(void)
{
	const struct rlimit all = { RLIM_INFINITY, RLIM_INFINITY };

	setrlimit(RLIMIT_CORE, &all);
	prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);
}

int drop_privilege(const struct identity *who)
{
	struct __user_cap_header_struct header = { .version = _LINUX_CAPABILITY_VERSION_3 };
	struct __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3] = { 0 };

	if (who && (setgroups(0, NULL) || setresgid(who->gid, who->gid, who->gid) ||
		    setresuid(who->uid, who->uid, who->uid)))
		return failed("change its user");
	if (syscall(SYS_capset, &header, none) || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
		return failed("drop privilege");
	return 0;
}

/* SCMP_SYS() of what an architecture lacks is a number that libseccomp ignores. */
static const int serving[] = {
	SCMP_SYS(sendto), SCMP_SYS(recvfrom), SCMP_SYS(sendmsg), SCMP_SYS(recvmsg),
	SCMP_SYS(futex), SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday), SCMP_SYS(time),
	SCMP_SYS(clock_nanosleep), SCMP_SYS(nanosleep), SCMP_SYS(sched_yield),
	SCMP_SYS(sched_getaffinity), SCMP_SYS(restart_syscall),
	SCMP_SYS(read), SCMP_SYS(write), SCMP_SYS(writev), SCMP_SYS(close), SCMP_SYS(fstat),
	SCMP_SYS(lseek), SCMP_SYS(poll), SCMP_SYS(ppoll), SCMP_SYS(brk), SCMP_SYS(munmap),
	SCMP_SYS(mremap), SCMP_SYS(madvise),
	SCMP_SYS(set_robust_list), SCMP_SYS(rseq), SCMP_SYS(gettid), SCMP_SYS(getpid),
	SCMP_SYS(getuid), SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask),
	SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigtimedwait), SCMP_SYS(sigaltstack),
	SCMP_SYS(setitimer), SCMP_SYS(alarm), SCMP_SYS(getrandom), SCMP_SYS(exit),
	SCMP_SYS(exit_group),
};

static const int loading_takes[] = {
	SCMP_SYS(openat), SCMP_SYS(newfstatat), SCMP_SYS(pread64), SCMP_SYS(mmap),
	SCMP_SYS(mprotect), SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(readlink),
	SCMP_SYS(readlinkat), SCMP_SYS(getcwd), SCMP_SYS(fcntl), SCMP_SYS(dup2), SCMP_SYS(dup3),
	SCMP_SYS(pipe2), SCMP_SYS(prctl), SCMP_SYS(seccomp), SCMP_SYS(landlock_create_ruleset),
	SCMP_SYS(landlock_restrict_self), SCMP_SYS(mlock),
};

static int allow(scmp_filter_ctx ctx, const int *calls, size_t n)
{
	int rc = 0;

	for (size_t i = 0; i < n && !rc; i++)
		rc = seccomp_rule_add(ctx, SCMP_ACT_ALLOW, calls[i], 0);
	return rc;
}

/* Allow a call if the bits of @mask of its argument number @arg are @value. */
static int allow_if(scmp_filter_ctx ctx, int call, unsigned int arg, uint64_t mask, uint64_t value)
{
	return seccomp_rule_add(ctx, SCMP_ACT_ALLOW, call, 1,
				SCMP_CMP64(arg, SCMP_CMP_MASKED_EQ, mask, value));
}

static int add_rules(scmp_filter_ctx ctx, bool loading)
{
	const uint64_t thread = CLONE_THREAD | CLONE_VM | CLONE_SIGHAND;
	const uint64_t whole = UINT32_MAX;
	int rc;

	rc = allow(ctx, serving, sizeof(serving) / sizeof(serving[0]));
	rc = rc ? rc : allow_if(ctx, SCMP_SYS(clone), 0, thread, thread);
	rc = rc ? rc : allow_if(ctx, SCMP_SYS(kill), 0, whole, getpid());
	rc = rc ? rc : allow_if(ctx, SCMP_SYS(tgkill), 0, whole, getpid());
	/* The C library makes do with clone() then, whose flags can be looked at. */
	rc = rc ? rc : seccomp_rule_add(ctx, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0);
	if (rc || loading)
		return rc ? rc : allow(ctx, loading_takes,
				       sizeof(loading_takes) / sizeof(loading_takes[0]));
	rc = allow_if(ctx, SCMP_SYS(mmap), 2, PROT_EXEC, 0);
	rc = rc ? rc : allow_if(ctx, SCMP_SYS(mprotect), 2, PROT_EXEC, 0);
	/* glibc names its memory where that is on */
	return rc ? rc : allow_if(ctx, SCMP_SYS(prctl), 0, whole, PR_SET_VMA);
}

static int filter_calls(bool loading)
{
	scmp_filter_ctx ctx = seccomp_init(SCMP_ACT_ERRNO(EPERM));
	int rc = ctx ? add_rules(ctx, loading) : -ENOMEM;

	/* drop_privilege() has seen to it. */
	rc = rc ? rc : seccomp_attr_set(ctx, SCMP_FLTATR_CTL_NNP, 0);
	rc = rc ? rc : seccomp_attr_set(ctx, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS);
	rc = rc ? rc : seccomp_load(ctx);
	seccomp_release(ctx);
	errno = -rc;
	return rc ? failed("filter its system calls") : 0;
}

/* No file may be changed or run, and afterwards none opened. */
static void close_file_system(bool loading)
{
	struct landlock_ruleset_attr all = {
		.handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1,
	};
	int fd, abi = syscall(SYS_landlock_create_ruleset, NULL, 0,
			      LANDLOCK_CREATE_RULESET_VERSION);

	if (abi < 1)
		return;
	if (abi > 1)
		all.handled_access_fs |= LANDLOCK_ACCESS_FS_REFER;
	if (abi > 2)
		all.handled_access_fs |= 1ULL << 14;	/* ..._TRUNCATE */
	if (loading)
		all.handled_access_fs &= ~(uint64_t)(LANDLOCK_ACCESS_FS_READ_FILE |
						     LANDLOCK_ACCESS_FS_READ_DIR);
	fd = syscall(SYS_landlock_create_ruleset, &all, sizeof(all.handled_access_fs), 0);
	if (fd < 0)
		return;
	if (syscall(SYS_landlock_restrict_self, fd, 0))
		failed("close the file system");
	close(fd);
}

int confine(bool loading)
{
	close_file_system(loading);
	return filter_calls(loading);
}
