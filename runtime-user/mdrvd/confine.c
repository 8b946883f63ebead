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
#include <linux/audit.h>
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <pwd.h>
#include <sched.h>
#include <stddef.h>
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

/* A system call, and what its argument must be like. */
struct rule {
	int nr;
	enum { ANY, EQUALS, ALL_OF, NONE_OF, PID } test;
	unsigned int arg;
	unsigned int value;
};

#define CALL(nr)	{ nr, ANY, 0, 0 }

static const struct rule serving[] = {
	CALL(SYS_sendto), CALL(SYS_recvfrom), CALL(SYS_sendmsg), CALL(SYS_recvmsg),
	CALL(SYS_futex), CALL(SYS_clock_gettime), CALL(SYS_gettimeofday),
	CALL(SYS_clock_nanosleep), CALL(SYS_nanosleep), CALL(SYS_sched_yield),
	CALL(SYS_sched_getaffinity), CALL(SYS_restart_syscall),
	CALL(SYS_read), CALL(SYS_write), CALL(SYS_writev), CALL(SYS_close), CALL(SYS_fstat),
	CALL(SYS_lseek), CALL(SYS_ppoll), CALL(SYS_brk), CALL(SYS_munmap), CALL(SYS_mremap),
	CALL(SYS_madvise),
	{ SYS_mmap, NONE_OF, 2, PROT_EXEC }, { SYS_mprotect, NONE_OF, 2, PROT_EXEC },
	{ SYS_clone, ALL_OF, 0, CLONE_THREAD | CLONE_VM | CLONE_SIGHAND },
	CALL(SYS_set_robust_list), CALL(SYS_rseq), CALL(SYS_gettid), CALL(SYS_getpid),
	CALL(SYS_getuid), CALL(SYS_rt_sigaction), CALL(SYS_rt_sigprocmask),
	CALL(SYS_rt_sigreturn), CALL(SYS_rt_sigtimedwait), CALL(SYS_sigaltstack),
	CALL(SYS_setitimer), CALL(SYS_getrandom), CALL(SYS_exit), CALL(SYS_exit_group),
	{ SYS_tgkill, PID, 0, 0 }, { SYS_kill, PID, 0, 0 },
	{ SYS_prctl, EQUALS, 0, PR_SET_VMA },	/* glibc names its memory where that is on */
#ifdef SYS_alarm
	CALL(SYS_alarm), CALL(SYS_poll), CALL(SYS_time),
#endif
};

static const struct rule loading_takes[] = {
	CALL(SYS_openat), CALL(SYS_newfstatat), CALL(SYS_pread64), CALL(SYS_mmap),
	CALL(SYS_mprotect), CALL(SYS_faccessat), CALL(SYS_readlinkat), CALL(SYS_getcwd),
	CALL(SYS_fcntl), CALL(SYS_dup3), CALL(SYS_prctl), CALL(SYS_seccomp), CALL(SYS_pipe2),
	CALL(SYS_landlock_create_ruleset), CALL(SYS_landlock_restrict_self),
#ifdef SYS_access
	CALL(SYS_access), CALL(SYS_readlink), CALL(SYS_dup2),
#endif
};

#if defined(__x86_64__)
#define ARCH	AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCH	AUDIT_ARCH_AARCH64
#endif
#define LOAD(what) \
	BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, what))
#define RETURN(what)	BPF_STMT(BPF_RET | BPF_K, what)
#define REFUSED(err)	(SECCOMP_RET_ERRNO | (err))

struct program {
	struct sock_filter at[512];
	unsigned short len;
};

static void put(struct program *p, struct sock_filter insn)
{
	if (p->len < sizeof(p->at) / sizeof(p->at[0]))
		p->at[p->len++] = insn;
}

/* The number of the call is in the accumulator; it stays there if it is another. */
static void put_rule(struct program *p, const struct rule *r)
{
	unsigned int arg = offsetof(struct seccomp_data, args) + r->arg * 8;
	unsigned int value = r->test == PID ? (unsigned int)getpid() : r->value;

	if (r->test == ANY) {
		put(p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, r->nr, 0, 1));
		put(p, (struct sock_filter)RETURN(SECCOMP_RET_ALLOW));
		return;
	}
	put(p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, r->nr, 0, 5));
	put(p, (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, arg));
	if (r->test == ALL_OF || r->test == NONE_OF)
		put(p, (struct sock_filter)BPF_STMT(BPF_ALU | BPF_AND | BPF_K, value));
	else
		put(p, (struct sock_filter)BPF_STMT(BPF_ALU | BPF_OR | BPF_K, 0));
	put(p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K,
					    r->test == NONE_OF ? 0 : value, 0, 1));
	put(p, (struct sock_filter)RETURN(SECCOMP_RET_ALLOW));
	put(p, (struct sock_filter)RETURN(REFUSED(EPERM)));
}

static int filter_calls(bool loading)
{
	struct program p = { .len = 0 };
	struct sock_fprog prog = { .filter = p.at };
	size_t i;

	put(&p, (struct sock_filter)LOAD(arch));
	put(&p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCH, 1, 0));
	put(&p, (struct sock_filter)RETURN(SECCOMP_RET_KILL_PROCESS));
	put(&p, (struct sock_filter)LOAD(nr));
	for (i = 0; loading && i < sizeof(loading_takes) / sizeof(loading_takes[0]); i++)
		put_rule(&p, &loading_takes[i]);
	for (i = 0; i < sizeof(serving) / sizeof(serving[0]); i++)
		put_rule(&p, &serving[i]);
	/* The C library makes do with clone() then, whose flags can be looked at. */
	put(&p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone3, 0, 1));
	put(&p, (struct sock_filter)RETURN(REFUSED(ENOSYS)));
	put(&p, (struct sock_filter)RETURN(REFUSED(EPERM)));
	prog.len = p.len;
	return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &prog) ?
		failed("filter its system calls") : 0;
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
