// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * hostile DRIVER HASH SEED SECONDS: a daemon that lies.
 *
 * It attaches like an honest one, learns the objects that the kernel tells it of,
 * and answers every message with something close to valid, damaged in one of many
 * ways: other lengths, indices, generations, places, values, chains, commands,
 * out of turn, twice, too long, too short, or not at all. When the kernel ends the
 * session it attaches again. Exit status 0 if it got to answer anything; whether
 * the kernel is still sound is for the caller to find out.
 */
#include <errno.h>
#include <linux/genetlink.h>
#include <linux/netlink.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>
#include <mdrv.h>

#define KNOWN_MAX	64
#define ROOM		(192 * 1024)

struct message {
	struct nlmsghdr nl;
	struct genlmsghdr genl;
	char data[ROOM];
};

static struct message in, out;
static struct mdrv_item known[KNOWN_MAX];	/* headers of NEW items */
static unsigned int nknown, ndowncalls;
static unsigned long long state;
static int family;

/* xorshift64*: the same seed gives the same lies */
static unsigned int any(unsigned int below)
{
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return (unsigned int)((state * 0x2545f4914f6cdd1dULL) >> 33) % below;
}

static void put(struct message *m, int type, const void *data, unsigned int len)
{
	struct nlattr a = { .nla_len = NLA_HDRLEN + len, .nla_type = type };
	char *at = (char *)m + NLMSG_ALIGN(m->nl.nlmsg_len);

	if (at + NLA_HDRLEN + len + 4 > (char *)m + sizeof(*m))
		return;
	memcpy(at, &a, sizeof(a));
	memcpy(at + NLA_HDRLEN, data, len);
	m->nl.nlmsg_len = NLMSG_ALIGN(m->nl.nlmsg_len) + NLA_ALIGN(NLA_HDRLEN + len);
}

static void put_u32(struct message *m, int type, __u32 value)
{
	put(m, type, &value, sizeof(value));
}

static void start(struct message *m, int type, int cmd)
{
	memset(&m->nl, 0, sizeof(m->nl));
	m->nl.nlmsg_len = NLMSG_LENGTH(GENL_HDRLEN);
	m->nl.nlmsg_type = type;
	m->nl.nlmsg_flags = NLM_F_REQUEST;
	m->genl = (struct genlmsghdr){ .cmd = cmd, .version = 1 };
}

static const struct nlattr *find(const struct message *m, int type)
{
	const char *at = m->data, *end = (const char *)m + m->nl.nlmsg_len;

	while (at + NLA_HDRLEN <= end) {
		const struct nlattr *a = (const struct nlattr *)at;

		if (a->nla_type == type)
			return a;
		if (a->nla_len < NLA_HDRLEN)
			break;
		at += NLA_ALIGN(a->nla_len);
	}
	return NULL;
}

static __u32 get_u32(const struct message *m, int type)
{
	const struct nlattr *a = find(m, type);

	return a ? *(const __u32 *)((const char *)a + NLA_HDRLEN) : 0;
}

/* Returns 0, or -1 when nothing came in time or the socket is at its end. */
static int receive(int fd, int ms)
{
	struct pollfd p = { .fd = fd, .events = POLLIN };
	ssize_t n;

	if (poll(&p, 1, ms) != 1)
		return -1;
	n = recv(fd, &in, sizeof(in), 0);
	return n >= (ssize_t)sizeof(struct nlmsghdr) ? 0 : -1;
}

static int attach(const char *driver, const char *hash, int standby)
{
	struct sockaddr_nl kernel = { .nl_family = AF_NETLINK };
	int fd = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_GENERIC), big = ROOM * 2;
	const struct nlattr *id;

	if (fd < 0 || connect(fd, (struct sockaddr *)&kernel, sizeof(kernel)))
		goto fail;
	setsockopt(fd, SOL_SOCKET, SO_SNDBUFFORCE, &big, sizeof(big));
	start(&out, GENL_ID_CTRL, CTRL_CMD_GETFAMILY);
	put(&out, CTRL_ATTR_FAMILY_NAME, MDRV_GENL_NAME, sizeof(MDRV_GENL_NAME));
	if (send(fd, &out, out.nl.nlmsg_len, 0) < 0 || receive(fd, 1000))
		goto fail;
	id = find(&in, CTRL_ATTR_FAMILY_ID);
	if (in.nl.nlmsg_type != GENL_ID_CTRL || !id)
		goto fail;
	family = *(const __u16 *)((const char *)id + NLA_HDRLEN);
	start(&out, family, MDRV_CMD_ATTACH);
	put(&out, MDRV_A_DRIVER, driver, strlen(driver) + 1);
	put(&out, MDRV_A_HASH, hash, strlen(hash) + 1);
	if (standby)
		put(&out, MDRV_A_STANDBY, "", 0);
	if (send(fd, &out, out.nl.nlmsg_len, 0) < 0 || receive(fd, 1000) ||
	    in.nl.nlmsg_type != family || in.genl.cmd != MDRV_CMD_ATTACH)
		goto fail;
	return fd;
fail:
	if (fd >= 0)
		close(fd);
	return -1;
}

/* Remember the objects that a SYNC announces. */
static void learn(void)
{
	const struct nlattr *a = find(&in, MDRV_A_SYNC);
	const char *at = a ? (const char *)a + NLA_HDRLEN : NULL;
	const char *end = a ? (const char *)a + a->nla_len : NULL;

	while (a && at + sizeof(struct mdrv_item) <= end) {
		const struct mdrv_item *item = (const struct mdrv_item *)at;

		if (item->op == MDRV_OP_NEW)
			known[nknown++ % KNOWN_MAX] = *item;
		at += sizeof(*item) + (((size_t)item->len + 7) & ~7ULL);
	}
}

static struct mdrv_item some_object(void)
{
	struct mdrv_item none = { .obj = any(8), .gen = any(3) };
	unsigned int have = nknown < KNOWN_MAX ? nknown : KNOWN_MAX;

	return have && any(8) ? known[any(have)] : none;
}

static __u64 some_value(void)
{
	static const __u64 odd[] = {
		0, 1, 7, 8, 4095, 4096, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000,
		0xffffffff, ~0ULL, ~0ULL - 11, 1ULL << 63, 0xffff888000000000ULL,
	};

	return any(2) ? odd[any(sizeof(odd) / sizeof(odd[0]))] : any(64);
}

static struct mdrv_ptr some_pointer(void)
{
	struct mdrv_item o = some_object();
	struct mdrv_ptr p = { .tag = MDRV_T_OBJ, .obj = o.obj, .gen = o.gen };

	if (!any(3))
		p.tag = any(__MDRV_T_MAX + 1);
	if (!any(3))
		p.place = any(4);
	if (!any(3))
		p.gen += any(3);
	if (!any(2))
		p.value = some_value();
	return p;
}

/* A list of integers, pointers and byte strings, as arguments or results. */
static unsigned int some_args(char *to)
{
	unsigned int n = any(3) ? 1 : any(5), len = 0;

	while (n--) {
		__u64 value = some_value();
		struct mdrv_ptr p = some_pointer();

		if (any(2)) {
			memcpy(to + len, &value, sizeof(value));
			len += sizeof(value);
		} else {
			memcpy(to + len, &p, sizeof(p));
			len += sizeof(p);
		}
		if (!any(3)) {
			unsigned int more = any(16) ? any(9) * 8 : any(8000) * 8;

			memset(to + len, any(3) ? 'A' : 0, more);
			len += more;
		}
	}
	return len;
}

static unsigned int some_items(char *to)
{
	unsigned int n = any(6), len = 0;

	while (n--) {
		struct mdrv_item item = some_object();
		struct mdrv_ptr p = some_pointer();
		__u64 value = some_value();

		item.op = any(8) ? MDRV_OP_SET : any(__MDRV_OP_MAX + 1);
		item.field = any(3) ? 0 : any(12);
		item.elem = any(4) ? any(6) : (__u32)some_value();
		item.len = any(2) ? sizeof(value) : sizeof(p);
		if (!any(6))
			item.op = MDRV_OP_DATA, item.len = any(128);
		memcpy(to + len + sizeof(item), item.len == sizeof(p) ? (void *)&p : (void *)&value,
		       item.len == sizeof(p) ? sizeof(p) : sizeof(value));
		if (!any(12))
			item.len = (__u32)some_value();
		memcpy(to + len, &item, sizeof(item));
		len += sizeof(item) + ((item.len < 4096 ? item.len + 7 : 16) & ~7U);
	}
	return len;
}

/*
 * Arguments in a shape that the callee may take, so that the lie is in the values:
 * @want is any of i (integer), p (pointer), s (string), b (buffer).
 */
static unsigned int shaped_args(char *to, const char *want)
{
	static const char text[16] = "not quite true";
	unsigned int len = 0;

	for (; *want; want++) {
		__u64 value = *want == 'b' ? 8 : some_value();
		struct mdrv_ptr p = some_pointer();

		if (*want == 's')
			p = (struct mdrv_ptr){ .tag = MDRV_T_STR, .value = sizeof(text) - 1 };
		if (*want == 'p' || *want == 's') {
			memcpy(to + len, &p, sizeof(p));
			len += sizeof(p);
		} else {
			memcpy(to + len, &value, sizeof(value));
			len += sizeof(value);
		}
		if (*want == 's' || *want == 'b') {
			memcpy(to + len, text, *want == 's' ? 16 : 8);
			len += *want == 's' ? 16 : 8;
		}
	}
	return len;
}

/* What most downcalls of the benchmark, and the builtin ones, take. */
static const char *shape_of(__u32 func)
{
	static const char *const plan[] = { "i", "i", "s", "b", "i", "i", "i" };
	static const char *const builtin[] = { "", "i", "iii", "p", "iiip" };

	if (func < sizeof(plan) / sizeof(plan[0]))
		return plan[func];
	return func - MDRV_DC_SYNC < 5 ? builtin[func - MDRV_DC_SYNC] : "i";
}

static void flip(char *data, unsigned int len)
{
	unsigned int n = any(4);

	while (len && n--)
		data[any(len)] ^= 1 << any(8);
}

static void lie(int fd)
{
	static char args[ROOM], sync[ROOM];
	__u32 func = any(3) ? any(7) : any(4) ? MDRV_DC_SYNC + any(5) : (__u32)some_value();
	int cmd = any(3) ? MDRV_CMD_DOWNCALL : MDRV_CMD_UPCALL;
	const char *shape = cmd == MDRV_CMD_UPCALL ? any(4) ? "i" : "p" : shape_of(func);
	unsigned int nargs = any(6) ? shaped_args(args, shape) : some_args(args);
	unsigned int nsync = any(8) ? 0 : some_items(sync);
	__u32 chain = get_u32(&in, MDRV_A_CHAIN);

	if (!any(100))
		flip(args, nargs);
	if (!any(10))
		flip(sync, nsync);
	if (!any(100))
		chain = (__u32)some_value();
	if (!any(100))
		cmd = any(MDRV_CMD_MAX + 3);
	start(&out, family, cmd);
	put_u32(&out, MDRV_A_CHAIN, chain);
	if (cmd == MDRV_CMD_DOWNCALL || !any(20)) {
		put_u32(&out, MDRV_A_FUNC, func);
		ndowncalls++;
	}
	if (!any(30))
		put_u32(&out, MDRV_A_ERROR, any(2) ? -(__u32)any(4200) : (__u32)some_value());
	/* an unaligned end, and lists at and beyond the limit, are worth a try, too */
	if (!any(100))
		nargs = any(2) ? 65528 : 65531;
	if (!any(100))
		nsync = any(2) ? 65528 : 65531;
	if (nargs)
		put(&out, MDRV_A_ARGS, args, nargs - (any(60) ? 0 : any(8)) % nargs);
	if (nsync)
		put(&out, MDRV_A_SYNC, sync, nsync - (any(60) ? 0 : any(8)) % nsync);
	if (!any(100))
		flip((char *)&out + sizeof(out.nl), out.nl.nlmsg_len - sizeof(out.nl));
	if (!any(100))
		out.nl.nlmsg_len = sizeof(out.nl) + any(out.nl.nlmsg_len);
	send(fd, &out, out.nl.nlmsg_len, 0);
	if (!any(100))
		send(fd, &out, out.nl.nlmsg_len, 0);	/* out of turn */
}

/* One that waits for its turn: it may not speak, but what if it does, or goes? */
static void meddle(int *spare, char **argv)
{
	if (*spare < 0 && !any(4))
		*spare = attach(argv[1], argv[2], 1);
	if (*spare < 0 || any(300))
		return;
	if (any(3))
		lie(*spare);
	close(*spare);
	*spare = -1;
}

/* The next session: the spare has become it, or else a new one. */
static int next(int *spare, char **argv)
{
	int fd = *spare;

	nknown = 0;
	*spare = -1;
	return fd >= 0 ? fd : attach(argv[1], argv[2], 0);
}

int main(int argc, char **argv)
{
	unsigned long messages = 0, sessions = 0;
	int fd = -1, spare = -1;
	time_t end;

	if (argc != 5) {
		fprintf(stderr, "usage: hostile DRIVER HASH SEED SECONDS\n");
		return 2;
	}
	state = strtoull(argv[3], NULL, 0) * 2654435761ULL + 1;
	end = time(NULL) + atoi(argv[4]);
	while (time(NULL) < end) {
		if (fd < 0) {
			fd = next(&spare, argv);
			if (fd < 0) {
				usleep(5000);
				continue;
			}
			sessions++;
		}
		meddle(&spare, argv);
		if (receive(fd, 20)) {
			if (!any(4))
				lie(fd);	/* though nobody asked */
			continue;
		}
		if (in.nl.nlmsg_type != family || in.genl.cmd == MDRV_CMD_DETACH) {
			close(fd);
			fd = -1;
			continue;
		}
		if (in.genl.cmd == MDRV_CMD_ATTACH)	/* its turn has come */
			continue;
		messages++;
		learn();
		if (!any(300))
			usleep(1000 * any(400));
		if (any(200)) {
			lie(fd);
		} else {
			close(fd);
			fd = -1;
		}
	}
	printf("hostile: %lu messages, %u downcalls, %lu sessions\n", messages, ndowncalls,
	       sessions);
	return !messages;
}
