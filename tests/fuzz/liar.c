// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * liar.so, loaded before the C library of an mdrvd that is honest otherwise (LD_PRELOAD):
 * it lets so many messages of a real user half through, then damages one or adds one, and so
 * on.  So lies are told from wherever a real driver gets to, in valid protocol, and the
 * driver's plan says what would look right.  Environment:
 *
 *	LIAR=SEED:AFTER:GAP	honest for AFTER messages, then again for about GAP; GAP 0: one lie
 *	LIAR_PLAN=FILE		liar-plan.py's extract of plan.json
 *	LIAR_SEEN=FILE		log of earlier sessions: what was told least comes first
 *	LIAR_NOT=KIND		lies of that kind are left out
 *	LIAR_COUNT=FILE		messages and lies of this session go there, as text
 */
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>
#include "liar-message.h"
#include "liar-plan.h"

#define KNOWN_MAX	512
#define OLD_MAX		64
#define OLD_ROOM	2048
#define COUNT_ROOM	64

/* An object that the kernel has told of: its record as well. */
struct object {
	unsigned short obj, gen, record;
};

/* A downcall that was made earlier. */
struct old {
	unsigned int func, chain, len;
	unsigned char args[OLD_ROOM];
};

static unsigned char in[ROOM], out[ROOM], spare[ROOM], stash[ROOM];
static struct object known[KNOWN_MAX], gone[KNOWN_MAX];
static struct old olds[OLD_MAX];
static unsigned int nknown, ngone, nold, stash_len;
/* What was about to be sent when a downcall was added, until that is answered. */
static unsigned char later[ROOM];
static unsigned int later_len, later_chain;
static unsigned int upcall_of[MDRV_DEPTH_MAX];	/* by chain */
static unsigned long long state = 1;
static unsigned long count, lies, next, gap;
static char *counter;
static const char *never = "";

/* xorshift64*: the same seed gives the same lies */
static unsigned int any(unsigned int below)
{
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return below ? (state * 2685821657736338717ULL >> 33) % below : 0;
}

/* Before mdrvd gives away the right to open files. */
__attribute__((constructor)) static void begin(void)
{
	const char *how = getenv("LIAR"), *plan = getenv("LIAR_PLAN"), *seen = getenv("LIAR_SEEN");
	const char *path = getenv("LIAR_COUNT");
	int fd = path ? open(path, O_RDWR | O_CREAT | O_TRUNC, 0600) : -1;

	if (!how || !plan || sscanf(how, "%llu:%lu:%lu", &state, &next, &gap) != 3)
		return;
	state = state * 2654435761ULL + 1;
	never = getenv("LIAR_NOT") ? getenv("LIAR_NOT") : "";
	read_plan(plan);
	if (seen)
		read_seen(seen);
	if (fd >= 0 && !ftruncate(fd, COUNT_ROOM))
		counter = mmap(NULL, COUNT_ROOM, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	if (counter == MAP_FAILED)
		counter = NULL;
}

static void account(void)
{
	if (counter)
		sprintf(counter, "%lu %lu\n", count, lies);
}

static void learn(struct object *set, unsigned int *n, const struct object *o)
{
	unsigned int at = *n < KNOWN_MAX ? (*n)++ : any(KNOWN_MAX);

	set[at] = *o;
}

static void forget(const struct mdrv_item *item)
{
	for (unsigned int i = 0; i < nknown; i++) {
		if (known[i].obj != item->obj)
			continue;
		learn(gone, &ngone, &known[i]);
		known[i--] = known[--nknown];
	}
}

/* What the kernel tells of in a message. */
static void learn_sync(const unsigned char *at, unsigned int len)
{
	struct mdrv_item item;
	struct mdrv_new new;
	struct object o;

	while (len >= sizeof(item)) {
		memcpy(&item, at, sizeof(item));
		if (sizeof(item) + ((item.len + 7ULL) & ~7ULL) > len)
			return;
		if (item.op == MDRV_OP_NEW && item.len >= sizeof(new)) {
			memcpy(&new, at + sizeof(item), sizeof(new));
			o = (struct object){ item.obj, item.gen, new.record };
			learn(known, &nknown, &o);
		} else if (item.op == MDRV_OP_DROP) {
			forget(&item);
		}
		at += sizeof(item) + ((item.len + 7) & ~7U);
		len -= sizeof(item) + ((item.len + 7) & ~7U);
	}
}

static void remember(const struct message *m)
{
	struct old *old = &olds[nold++ % OLD_MAX];

	if (m->args.len > OLD_ROOM) {
		nold--;
		return;
	}
	old->func = m->func;
	old->chain = m->chain;
	old->len = m->args.len;
	if (m->args.len)
		memcpy(old->args, m->args.at, m->args.len);
}

static unsigned long long some_number(void)
{
	static const unsigned long long numbers[] = {
		0, 1, 2, 4, 7, 8, 63, 64, 255, 4095, 4096, 65535, 65536, 0x7fffffff, 0x80000000,
		0xffffffff, 1ULL << 32, 1ULL << 47, ~0ULL >> 1, ~0ULL, -5ULL, -12ULL, -4095ULL,
	};

	return numbers[any(sizeof(numbers) / sizeof(numbers[0]))];
}

/* One of @record; of any if there is none, or @record is 0. */
static struct mdrv_ptr some_object(unsigned int record, int stale)
{
	const struct object *set = stale && ngone ? gone : known;
	unsigned int n = stale && ngone ? ngone : nknown, fits = 0, at;
	struct mdrv_ptr p = { .tag = n ? MDRV_T_OBJ : MDRV_T_NULL };

	for (unsigned int i = 0; i < n; i++)
		fits += record && set[i].record == record;
	if (!n)
		return p;
	if (!fits) {
		at = any(n);
	} else {
		fits = any(fits);
		for (at = 0; set[at].record != record || fits--; at++)
			;
	}
	p.obj = set[at].obj;
	p.gen = set[at].gen;
	return p;
}

/* -- arguments of a downcall that would look right */
static unsigned int put_string(unsigned char *at)
{
	static const char *const texts[] = { "liar", "%s %n %pV", "edu", "" };
	const char *text = texts[any(4)];
	struct mdrv_ptr p = { .tag = MDRV_T_STR, .value = strlen(text) + 1 };
	unsigned int len = (p.value + 7) & ~7U;

	memcpy(at, &p, sizeof(p));
	memset(at + sizeof(p), 0, len);
	strcpy((char *)at + sizeof(p), text);
	return sizeof(p) + len;
}

static unsigned int put_param(unsigned char *at, char kind, unsigned int record)
{
	unsigned long long number = any(2) ? any(64) : some_number();
	struct mdrv_ptr p = some_object(record, 0);

	switch (kind) {
	case 'p':
		memcpy(at, &p, sizeof(p));
		return sizeof(p);
	case 'f':
		p = (struct mdrv_ptr){ .tag = MDRV_T_FN, .obj = any(8) };
		memcpy(at, &p, sizeof(p));
		return sizeof(p);
	case 's':
		return put_string(at);
	case 'w':
		number = any(512);
		memcpy(at, &number, sizeof(number));
		return sizeof(number);
	case 'r':
	case 'b':
		number = any(64) * 8;
		memcpy(at, &number, sizeof(number));
		memset(at + sizeof(number), 0x5a, number);
		return sizeof(number) + number;
	default:
		memcpy(at, &number, sizeof(number));
		return sizeof(number);
	}
}

static unsigned int made_up(unsigned int func, unsigned char *at)
{
	const struct func *f = &downcalls[func];
	unsigned int len = 0;

	for (unsigned int i = 0; f->params[i]; i++)
		len += put_param(at + len, f->params[i], f->of[i]);
	return len;
}

/* -- lies that change a message */
static int is_cap(const struct mdrv_ptr *p)
{
	return p->tag == MDRV_T_OBJ && p->obj && p->obj <= MDRV_OBJECTS_MAX && p->gen &&
	       p->place < 64;
}

/* Where in @args, which are words of eight bytes, there is a capability; or any place. */
static unsigned int some_cap(const unsigned char *args, unsigned int len)
{
	unsigned int words = len / 8, start = any(words);
	struct mdrv_ptr p;

	for (unsigned int i = 0; i < words; i++) {
		unsigned int at = (start + i) % words * 8;

		if (at + sizeof(p) > len)
			continue;
		memcpy(&p, args + at, sizeof(p));
		if (is_cap(&p))
			return at;
	}
	return any(words) * 8;
}

static unsigned int record_of(const struct mdrv_ptr *p)
{
	for (unsigned int i = 0; i < nknown; i++) {
		if (known[i].obj == p->obj)
			return known[i].record;
	}
	return 0;
}

static void word(unsigned char *args, unsigned int len, unsigned int at, const void *value,
		 unsigned int size)
{
	if (at + size <= len)
		memcpy(args + at, value, size);
}

static void change_args(enum lie lie, unsigned char *args, unsigned int *len)
{
	unsigned int at = some_cap(args, *len);
	unsigned long long number = some_number();
	struct mdrv_ptr p = { 0 };

	word((unsigned char *)&p, sizeof(p), 0, args + at, at + sizeof(p) <= *len ? sizeof(p) : 0);
	switch (lie) {
	case OBJECT:
		p = some_object(record_of(&p), 0);
		break;
	case TYPE:
	case STALE:
		p = some_object(0, lie == STALE);
		break;
	case NOTHING:
		p = (struct mdrv_ptr){ .tag = MDRV_T_NULL };
		break;
	case ELEMENT:
		p.place = any(4);
		p.value = number;
		break;
	case NUMBER:
		word(args, *len, any(*len / 8) * 8, &number, sizeof(number));
		return;
	default:
		*len = any(*len / 8 + 1) * 8;
		return;
	}
	word(args, *len, at, &p, sizeof(p));
}

/* A field of that kind of a known object; whether written or not as @written says, if any. */
static unsigned int some_field(unsigned int record, int written)
{
	const char *have = record < RECORDS_MAX ? fields[record] : "";
	unsigned int n = strlen(have), start = any(n);

	for (unsigned int i = 0; i < n; i++) {
		unsigned int at = (start + i) % n;

		if ((have[at] < 'a') == !!written)
			return at;
	}
	return written ? any(64) : n;
}

/* Return: how long the list with one more item is. */
static unsigned int add_field(unsigned char *at, unsigned int len, int written)
{
	struct mdrv_ptr of = some_object(0, !any(8)), p = some_object(0, 0);
	unsigned int record = record_of(&of);
	struct mdrv_item item = {
		.op = any(8) ? MDRV_OP_SET : MDRV_OP_DATA, .obj = of.obj, .gen = of.gen,
		.field = some_field(record, written), .elem = any(4) ? 0 : any(300), .len = 8,
	};
	unsigned long long number = some_number();
	const char *have = record < RECORDS_MAX ? fields[record] : "";

	if (item.field < strlen(have) && (have[item.field] | 0x20) == 'p')
		item.len = sizeof(p);
	if (!any(4))
		p.tag = any(__MDRV_T_MAX);
	memcpy(at + len, &item, sizeof(item));
	len += sizeof(item);
	if (item.len == sizeof(p))
		memcpy(at + len, &p, sizeof(p));
	else
		memcpy(at + len, &number, sizeof(number));
	return len + item.len;
}

static void answer(struct message *m, long long result)
{
	memcpy(spare, &result, sizeof(result));
	m->genl.cmd = MDRV_CMD_UPCALL;
	m->has_func = 0;
	m->args = (struct list){ spare, sizeof(result) };
}

static void change(struct message *m, enum lie lie)
{
	unsigned int len;

	if (lie == DONE || lie == FAILURE) {
		answer(m, lie == DONE ? 0 : -5);
	} else if (lie == OUTSIDE || lie == FIELD) {
		if (m->sync.len)
			memcpy(spare, m->sync.at, m->sync.len);
		len = add_field(spare, m->sync.len, lie == FIELD);
		m->sync = (struct list){ spare, len };
	} else if (lie != REPEAT) {
		len = m->args.len;
		if (len)
			memcpy(spare, m->args.at, len);
		change_args(lie, spare, &len);
		m->args = (struct list){ spare, len };
	}
}

/* -- lies that add a downcall */
static unsigned int upcall_in(unsigned int chain)
{
	return upcall_of[chain % MDRV_DEPTH_MAX];
}

/* A downcall that the upcall may make, or may not; of some that which was lied about least. */
static unsigned int some_downcall(unsigned int upcall, enum lie lie)
{
	const struct func *up = &upcalls[upcall < nupcalls ? upcall : 0];
	unsigned int best = any(ndowncalls);

	for (unsigned int i = 0; i < 12; i++) {
		unsigned int n = lie != RIGHT && up->nallowed ? up->allowed[any(up->nallowed)]
							      : any(ndowncalls);

		if (!i || downcalls[n].seen[lie] < downcalls[best].seen[lie])
			best = n;
	}
	return best;
}

static const struct old *some_old(unsigned int chain)
{
	unsigned int n = nold < OLD_MAX ? nold : OLD_MAX, start = any(n);

	for (unsigned int i = 0; i < n; i++) {
		if (olds[(start + i) % n].chain == chain)
			return &olds[(start + i) % n];
	}
	return n ? &olds[start] : NULL;
}

static void add(struct message *m, enum lie lie)
{
	const struct old *old = lie == AGAIN ? some_old(m->chain) : NULL;
	const unsigned long long alloc[] = { some_number(), 0, any(40) };
	struct mdrv_ptr p = some_object(0, any(2));

	m->genl.cmd = MDRV_CMD_DOWNCALL;
	m->has_error = 0;
	m->has_func = 1;
	m->sync.len = 0;
	m->args = (struct list){ spare, 0 };
	if (lie == FREE || lie == ALLOC) {
		m->func = lie == FREE ? MDRV_DC_FREE : MDRV_DC_ALLOC;
		m->args.len = lie == FREE ? sizeof(p) : sizeof(alloc);
		memcpy(spare, lie == FREE ? (void *)&p : (void *)alloc, m->args.len);
	} else if (old) {
		m->func = old->func;
		m->args = (struct list){ old->args, old->len };
	} else {
		m->func = some_downcall(upcall_in(m->chain), lie);
		m->args.len = made_up(m->func, spare);
	}
}

static int adds(enum lie lie)
{
	return lie == ORDER || lie == AGAIN || lie == RIGHT || lie == FREE || lie == ALLOC;
}

/* The kind that was told least of what @m is about; what ends or holds a session is rare. */
static enum lie some_lie(const struct func *f)
{
	enum lie best = any(STALL);

	for (unsigned int i = 0; i < 10; i++) {
		enum lie lie = any(any(20) ? DIE : LIES);

		if (!strcmp(lie_names[best], never) || (strcmp(lie_names[lie], never) &&
							f->seen[lie] < f->seen[best]))
			best = lie;
	}
	return strcmp(lie_names[best], never) ? best : REPEAT;
}

static long send_raw(int fd, const void *msg, unsigned long len)
{
	return syscall(SYS_sendto, fd, msg, len, 0, NULL, 0);
}

static const struct func *about(const struct message *m, char *name)
{
	if (m->genl.cmd == MDRV_CMD_UPCALL) {
		sprintf(name, "u%u", upcall_in(m->chain));
		return &upcalls[upcall_in(m->chain) % FUNCS_MAX];
	}
	sprintf(name, "%u", m->func);
	return &downcalls[m->func % FUNCS_MAX];
}

static void log_lie(enum lie lie, const char *of, const struct func *f)
{
	lies++;
	account();
	dprintf(2, "liar: %s of %s at message %lu (%s)\n", lie_names[lie], of, count, f->name);
}

/* @size bytes at @msg, of which @m is made. */
static long lie_about(int fd, struct message *m, const unsigned char *msg, unsigned int size)
{
	const struct func *f;
	char of[16], now[16];
	unsigned int len;
	enum lie lie;
	long ret;

	f = about(m, of);
	lie = some_lie(f);
	if (adds(lie)) {
		memcpy(later, msg, size);
		later_len = size;
		later_chain = m->chain;
		add(m, lie);
		f = about(m, now);
		memcpy(of, now, sizeof(of));
	} else {
		change(m, lie);
	}
	len = put_together(m, out);
	log_lie(lie, of, f);
	if (lie == DIE)
		_exit(3);
	if (lie == STALL)
		sleep(4);
	ret = send_raw(fd, out, len);
	if (lie == REPEAT)
		send_raw(fd, out, len);
	return ret < 0 ? ret : (long)size;
}

static long pass_on(int fd, const unsigned char *msg, unsigned int size)
{
	struct message m;

	if (!ndowncalls || later_len || !take_apart(&m, msg, size))
		return send_raw(fd, msg, size);
	count++;
	account();
	if (m.genl.cmd == MDRV_CMD_DOWNCALL && m.has_func && m.func < ndowncalls)
		remember(&m);
	if (count < next)
		return send_raw(fd, msg, size);
	next = gap ? count + 1 + any(2 * gap) : ~0UL;
	return lie_about(fd, &m, msg, size);
}

/* The answer to what was added: its changes come with the next message. */
static int swallow(int fd, const struct message *m)
{
	if (!later_len || m->genl.cmd != MDRV_CMD_DOWNCALL || m->chain != later_chain)
		return 0;
	if (m->sync.len && stash_len + m->sync.len <= MDRV_LIST_MAX) {
		memcpy(stash + stash_len, m->sync.at, m->sync.len);
		stash_len += m->sync.len;
	}
	send_raw(fd, later, later_len);
	later_len = 0;
	return 1;
}

/* @len bytes in @in, for the user half, with what was kept back before. */
static unsigned int hand_over(struct message *m, unsigned int len)
{
	if (!stash_len || stash_len + m->sync.len > MDRV_LIST_MAX)
		return len;
	if (m->sync.len)
		memcpy(stash + stash_len, m->sync.at, m->sync.len);
	m->sync = (struct list){ stash, stash_len + m->sync.len };
	len = put_together(m, out);
	memcpy(in, out, len);
	stash_len = 0;
	return len;
}

ssize_t sendmsg(int fd, const struct msghdr *msg, int flags)
{
	static unsigned char data[ROOM];
	unsigned int len = 0;

	(void)flags;
	for (size_t i = 0; i < msg->msg_iovlen; i++) {
		if (len + msg->msg_iov[i].iov_len > sizeof(data))
			return -1;
		memcpy(data + len, msg->msg_iov[i].iov_base, msg->msg_iov[i].iov_len);
		len += msg->msg_iov[i].iov_len;
	}
	return pass_on(fd, data, len);
}

ssize_t send(int fd, const void *msg, size_t len, int flags)
{
	(void)flags;
	return pass_on(fd, msg, len);
}

ssize_t recv(int fd, void *to, size_t room, int flags)
{
	struct message m;
	ssize_t len;

	do {
		len = syscall(SYS_recvfrom, fd, in, sizeof(in), flags, NULL, NULL);
		if (len <= 0 || len > (ssize_t)sizeof(in) || !take_apart(&m, in, len))
			break;
		if (m.genl.cmd == MDRV_CMD_UPCALL)
			upcall_of[m.chain % MDRV_DEPTH_MAX] = m.func;
		if (m.sync.len)
			learn_sync(m.sync.at, m.sync.len);
		if (swallow(fd, &m))
			continue;
		len = hand_over(&m, len);
		break;
	} while (1);
	if (len > 0)
		memcpy(to, in, (size_t)len < room ? (size_t)len : room);
	return len;
}
