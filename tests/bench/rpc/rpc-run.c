// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * rpc-run: the guest's side of the benchmark.
 *
 *	rpc-run test UPCALL [ARG [HOW]]	make one upcall, print its result
 *	rpc-run many SECONDS		make all of them in turn, count what becomes of it
 *	rpc-run floor			serve rpc_floor.ko (until killed)
 *	rpc-run bench COUNT ROUNDS	measure; a table with ratios
 *
 * Every round measures all rows in turn, so that a slow spell of the machine hits
 * all of them; what is printed is the median of the rounds.
 */
#include <errno.h>
#include <fcntl.h>
#include <linux/genetlink.h>
#include <linux/netlink.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include "rpc-plan.h"
#include "rpc-run.h"

#define ROUNDS_MAX	101

static const char *const upcall_names[RPC_NUPCALLS] = {
	"null", "fields", "nested", "payload", "fill", "write", "recurse", "string",
	"alloc", "free", "buffer", "held", "drop", "global", "sleep",
	"lie",
};

static void die(const char *what)
{
	fprintf(stderr, "rpc-run: %s: %s\n", what, strerror(errno));
	exit(1);
}

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1e9 + t.tv_nsec;
}

/* With STARVE set, the call itself runs with failing allocations (failslab). */
static void starve(char on)
{
	int fd = getenv("STARVE") ? open("/proc/self/make-it-fail", O_WRONLY | O_CLOEXEC) : -1;

	if (fd < 0)
		return;
	if (write(fd, &on, 1) != 1)
		die("make-it-fail");
	close(fd);
}

static struct rpc_run ask(const char *device, __u32 test, __u32 count, __u32 arg, __u32 how)
{
	struct rpc_run run = { .test = test, .count = count, .arg = arg, .how = how };
	int fd = open(device, O_RDWR | O_CLOEXEC);

	if (fd < 0)
		die(device);
	starve('1');
	if (ioctl(fd, RPC_IOC_RUN, &run))
		die(device);
	starve('0');
	close(fd);
	return run;
}

static int run_test(int argc, char **argv)
{
	unsigned int i;
	struct rpc_run run;

	for (i = 0; i < RPC_NUPCALLS && strcmp(argv[0], upcall_names[i]); i++)
		;
	if (i == RPC_NUPCALLS) {
		fprintf(stderr, "rpc-run: %s: no such upcall\n", argv[0]);
		return 2;
	}
	run = ask("/dev/" RPC_NAME, i, 1, argc > 1 ? atoi(argv[1]) : 0,
		  argc > 2 ? atoi(argv[2]) : 0);
	printf("%s: result %lld, acquired %lld, %.1f us\n", argv[0], (long long)run.result,
	       (long long)run.acquired, run.ns / 1e3);
	return 0;
}

/* For a user half of any manners: only that every call returns is asked for. */
static int run_many(int seconds)
{
	unsigned long good = 0, failed = 0, absent = 0;
	time_t end = time(NULL) + seconds;
	unsigned int test = 0;

	while (time(NULL) < end) {
		struct rpc_run run = ask("/dev/" RPC_NAME, test, 1, 3, RPC_RETURN);

		test = (test + 1) % RPC_NUPCALLS;
		good += run.result >= 0;
		absent += run.result == -ENODEV;
		failed += run.result < 0 && run.result != -ENODEV;
		if (run.result == -ENODEV)
			usleep(2000);		/* let a daemon attach */
	}
	printf("many: %lu calls succeeded, %lu failed, %lu found no user half\n", good, failed,
	       absent);
	return !(good + failed);
}

/* The other end of rpc_floor.ko, as plain as can be. */

struct message {
	struct nlmsghdr nl;
	struct genlmsghdr genl;
	char data[256];
};

static void put(struct message *m, int type, const void *data, unsigned int len)
{
	struct nlattr a = { .nla_len = NLA_HDRLEN + len, .nla_type = type };
	char *at = (char *)m + NLMSG_ALIGN(m->nl.nlmsg_len);

	memcpy(at, &a, sizeof(a));
	memcpy(at + NLA_HDRLEN, data, len);
	m->nl.nlmsg_len = NLMSG_ALIGN(m->nl.nlmsg_len) + NLA_ALIGN(NLA_HDRLEN + len);
}

static struct message make(int family, int cmd)
{
	struct message m = {
		.nl = { .nlmsg_len = NLMSG_LENGTH(GENL_HDRLEN), .nlmsg_type = family,
			.nlmsg_flags = NLM_F_REQUEST },
		.genl = { .cmd = cmd, .version = 1 },
	};

	return m;
}

static int family_id(int fd)
{
	struct message m = make(GENL_ID_CTRL, CTRL_CMD_GETFAMILY);
	char *at, *end;

	put(&m, CTRL_ATTR_FAMILY_NAME, RPC_FLOOR_NAME, sizeof(RPC_FLOOR_NAME));
	if (send(fd, &m, m.nl.nlmsg_len, 0) < 0 || recv(fd, &m, sizeof(m), 0) < 0)
		die("netlink");
	at = m.data;
	end = (char *)&m + (m.nl.nlmsg_len < sizeof(m) ? m.nl.nlmsg_len : sizeof(m));
	while (m.nl.nlmsg_type == GENL_ID_CTRL && at + NLA_HDRLEN <= end) {
		struct nlattr *a = (struct nlattr *)at;

		if (a->nla_type == CTRL_ATTR_FAMILY_ID)
			return *(__u16 *)(at + NLA_HDRLEN);
		at += NLA_ALIGN(a->nla_len);
	}
	fprintf(stderr, "rpc-run: no family " RPC_FLOOR_NAME "\n");
	exit(1);
}

static int serve_floor(void)
{
	int fd = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_GENERIC), family;
	struct sockaddr_nl kernel = { .nl_family = AF_NETLINK };
	struct message m;

	if (fd < 0 || connect(fd, (struct sockaddr *)&kernel, sizeof(kernel)))
		die("netlink socket");
	family = family_id(fd);
	m = make(family, RPC_FLOOR_CMD_HELLO);
	if (send(fd, &m, m.nl.nlmsg_len, 0) < 0)
		die("hello");
	for (;;) {
		if (recv(fd, &m, sizeof(m), 0) < 0)
			die("recv");
		if (m.nl.nlmsg_type != family) {
			fprintf(stderr, "rpc-run: floor refused (needs CAP_NET_ADMIN)\n");
			return 1;
		}
		m.nl.nlmsg_flags = NLM_F_REQUEST;	/* the rest goes back as it came */
		m.nl.nlmsg_pid = 0;
		if (send(fd, &m, m.nl.nlmsg_len, 0) < 0)
			die("send");
	}
}

/* Rows of the benchmark: each returns nanoseconds per operation. */

static double row_syscall(int count)
{
	double start = now();
	int i;

	for (i = 0; i < count; i++)
		syscall(SYS_getppid);
	return (now() - start) / count;
}

static double row_pipe(int count)
{
	int there[2], back[2], i;
	double start;
	char c = 0;
	pid_t pid;

	if (pipe(there) || pipe(back))
		die("pipe");
	pid = fork();
	if (pid < 0)
		die("fork");
	if (!pid) {
		close(there[1]);
		while (read(there[0], &c, 1) == 1) {
			if (write(back[1], &c, 1) != 1)
				break;
		}
		_exit(0);
	}
	start = now();
	for (i = 0; i < count; i++) {
		if (write(there[1], &c, 1) != 1 || read(back[0], &c, 1) != 1)
			die("pipe");
	}
	start = now() - start;
	close(there[0]);
	close(there[1]);
	close(back[0]);
	close(back[1]);
	waitpid(pid, NULL, 0);
	return start / count;
}

static double row_calls(const char *device, __u32 test, int count, __u32 arg)
{
	struct rpc_run run = ask(device, test, count, arg, 0);

	if (run.result < 0) {
		errno = -run.result;
		die(device);
	}
	return (double)run.ns / count;
}

static double row_floor(int count) { return row_calls("/dev/" RPC_FLOOR_NAME, 0, count, 0); }
static double row_null(int count) { return row_calls("/dev/" RPC_NAME, RPC_UP_NULL, count, 0); }
static double row_fields(int count) { return row_calls("/dev/" RPC_NAME, RPC_UP_FIELDS, count, 0); }
static double row_nested(int count) { return row_calls("/dev/" RPC_NAME, RPC_UP_NESTED, count, 1); }
static double row_payload(int count)
{
	return row_calls("/dev/" RPC_NAME, RPC_UP_PAYLOAD, count, RPC_PAYLOAD);
}

static const struct {
	const char *name;
	double (*measure)(int count);
} rows[] = {
	{ "null system call", row_syscall },
	{ "pipe ping-pong between two processes", row_pipe },
	{ "bare generic netlink upcall + reply (floor)", row_floor },
	{ "mdrv null upcall", row_null },
	{ "mdrv upcall, 8 changed fields", row_fields },
	{ "mdrv upcall, one nested downcall", row_nested },
	{ "mdrv upcall, 4 KiB payload", row_payload },
};
#define NROWS (sizeof(rows) / sizeof(rows[0]))
enum { ROW_PIPE = 1, ROW_FLOOR, ROW_NULL };

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

static int bench(int count, int rounds)
{
	static double ns[NROWS][ROUNDS_MAX];
	double median[NROWS];
	unsigned int i;
	int r;

	if (count < 1 || rounds < 1 || rounds > ROUNDS_MAX)
		return 2;
	for (r = -1; r < rounds; r++) {		/* the first is for warming up */
		for (i = 0; i < NROWS; i++)
			ns[i][r < 0 ? 0 : r] = rows[i].measure(count);
	}
	for (i = 0; i < NROWS; i++) {
		qsort(ns[i], rounds, sizeof(double), by_value);
		median[i] = ns[i][rounds / 2];
	}
	printf("%-46s %9s %9s %9s %8s %8s\n", "operation", "median us", "min us", "max us",
	       "x floor", "x pipe");
	for (i = 0; i < NROWS; i++)
		printf("%-46s %9.2f %9.2f %9.2f %8.2f %8.2f\n", rows[i].name, median[i] / 1e3,
		       ns[i][0] / 1e3, ns[i][rounds - 1] / 1e3, median[i] / median[ROW_FLOOR],
		       median[i] / median[ROW_PIPE]);
	return 0;
}

int main(int argc, char **argv)
{
	if (argc >= 3 && !strcmp(argv[1], "test"))
		return run_test(argc - 2, argv + 2);
	if (argc == 3 && !strcmp(argv[1], "many"))
		return run_many(atoi(argv[2]));
	if (argc == 2 && !strcmp(argv[1], "floor"))
		return serve_floor();
	if (argc == 4 && !strcmp(argv[1], "bench"))
		return bench(atoi(argv[2]), atoi(argv[3]));
	fprintf(stderr, "usage: rpc-run test UPCALL [ARG [HOW]] | many SECONDS | floor |"
		" bench COUNT ROUNDS\n");
	return 2;
}
