/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Messages of a session, taken apart and put together again: for liar.c. */
#ifndef LIAR_MESSAGE_H
#define LIAR_MESSAGE_H

#include <linux/genetlink.h>
#include <linux/netlink.h>
#include <string.h>
#include <mdrv.h>

#define ROOM	(2 * MDRV_MSG_MAX)

struct list {
	const unsigned char *at;
	unsigned int len;
};

struct message {
	struct nlmsghdr nl;
	struct genlmsghdr genl;
	int has_func, has_error, has_parent;
	unsigned int chain, func, parent;
	int error;
	struct list args, sync;
};

static void take_attr(struct message *m, unsigned int type, const unsigned char *value,
		      unsigned int len)
{
	switch (type) {
	case MDRV_A_CHAIN:
		memcpy(&m->chain, value, 4);
		break;
	case MDRV_A_PARENT:
		memcpy(&m->parent, value, 4);
		m->has_parent = 1;
		break;
	case MDRV_A_FUNC:
		memcpy(&m->func, value, 4);
		m->has_func = 1;
		break;
	case MDRV_A_ERROR:
		memcpy(&m->error, value, 4);
		m->has_error = 1;
		break;
	case MDRV_A_ARGS:
		m->args = (struct list){ value, len };
		break;
	case MDRV_A_SYNC:
		m->sync = (struct list){ value, len };
		break;
	}
}

/* Of a session's calls? Lists point into @msg. */
static int take_apart(struct message *m, const unsigned char *msg, unsigned int size)
{
	unsigned int at = NLMSG_HDRLEN + GENL_HDRLEN;

	memset(m, 0, sizeof(*m));
	if (size < at)
		return 0;
	memcpy(&m->nl, msg, sizeof(m->nl));
	memcpy(&m->genl, msg + NLMSG_HDRLEN, sizeof(m->genl));
	if (m->nl.nlmsg_type < NLMSG_MIN_TYPE || m->nl.nlmsg_type == GENL_ID_CTRL)
		return 0;
	while (at + NLA_HDRLEN <= size) {
		struct nlattr a;

		memcpy(&a, msg + at, sizeof(a));
		if (a.nla_len < NLA_HDRLEN || at + a.nla_len > size)
			return 0;
		take_attr(m, a.nla_type & NLA_TYPE_MASK, msg + at + NLA_HDRLEN,
			  a.nla_len - NLA_HDRLEN);
		at += NLA_ALIGN(a.nla_len);
	}
	return m->chain && (m->genl.cmd == MDRV_CMD_UPCALL || m->genl.cmd == MDRV_CMD_DOWNCALL);
}

static unsigned int put(unsigned char *out, unsigned int at, int type, const void *value,
			unsigned int len)
{
	struct nlattr a = { .nla_len = NLA_HDRLEN + len, .nla_type = type };

	memcpy(out + at, &a, sizeof(a));
	memcpy(out + at + NLA_HDRLEN, value, len);
	return at + NLA_ALIGN(a.nla_len);
}

/* Return: its size in @out, which has ROOM. */
static unsigned int put_together(struct message *m, unsigned char *out)
{
	unsigned int at = NLMSG_HDRLEN + GENL_HDRLEN;

	at = put(out, at, MDRV_A_CHAIN, &m->chain, 4);
	if (m->has_parent)
		at = put(out, at, MDRV_A_PARENT, &m->parent, 4);
	if (m->has_func)
		at = put(out, at, MDRV_A_FUNC, &m->func, 4);
	if (m->has_error)
		at = put(out, at, MDRV_A_ERROR, &m->error, 4);
	if (m->args.len)
		at = put(out, at, MDRV_A_ARGS, m->args.at, m->args.len);
	if (m->sync.len)
		at = put(out, at, MDRV_A_SYNC, m->sync.at, m->sync.len);
	m->nl.nlmsg_len = at;
	memcpy(out, &m->nl, sizeof(m->nl));
	memcpy(out + NLMSG_HDRLEN, &m->genl, sizeof(m->genl));
	return at;
}

#endif /* LIAR_MESSAGE_H */
