// SPDX-License-Identifier: GPL-2.0-or-later
/* The transport of a real session: generic netlink, by libmnl. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <libmnl/libmnl.h>
#include <linux/genetlink.h>
#include "internal.h"

struct netlink {
	struct mdrv_transport transport;
	struct mnl_socket *sock;
	int fd;
	u16 family;
	u32 seq;
	char why[128];		/* the kernel's own words, with its last error */
};

/* Small messages are put together here and sent in one piece, without a vector. */
#define FLAT	2048

static void *put_attr(struct nlmsghdr *nlh, u16 type, u32 len)
{
	struct nlattr *attr = (void *)((u8 *)nlh + nlh->nlmsg_len);

	attr->nla_type = type;
	attr->nla_len = sizeof(*attr) + len;
	nlh->nlmsg_len += sizeof(*attr) + MNL_ALIGN(len);
	return attr + 1;
}

static void put_u32(struct nlmsghdr *nlh, u16 type, u32 value)
{
	memcpy(put_attr(nlh, type, sizeof(value)), &value, sizeof(value));
}

static void put_string(struct nlmsghdr *nlh, u16 type, const char *str)
{
	u32 len = str ? strlen(str) + 1 : 0;

	if (str)
		memcpy(memset(put_attr(nlh, type, len), 0, MNL_ALIGN(len)), str, len);
}

static void put_head(struct netlink *nl, struct nlmsghdr *nlh, const struct mdrv_message *msg)
{
	struct genlmsghdr *genl = (void *)(nlh + 1);

	*nlh = (struct nlmsghdr){
		.nlmsg_len = sizeof(*nlh) + sizeof(*genl), .nlmsg_type = nl->family,
		.nlmsg_flags = NLM_F_REQUEST, .nlmsg_seq = ++nl->seq,
	};
	*genl = (struct genlmsghdr){ .cmd = msg->cmd, .version = MDRV_GENL_VERSION };
	put_string(nlh, MDRV_A_DRIVER, msg->driver);
	put_string(nlh, MDRV_A_HASH, msg->hash);
	if (msg->standby)
		put_attr(nlh, MDRV_A_STANDBY, 0);
	if (msg->chain)
		put_u32(nlh, MDRV_A_CHAIN, msg->chain);
	if (msg->cmd == MDRV_CMD_DOWNCALL)
		put_u32(nlh, MDRV_A_FUNC, msg->func);
	if (msg->cmd == MDRV_CMD_UPCALL)
		put_u32(nlh, MDRV_A_ERROR, msg->error);
}

/* Large lists go out from where they were encoded. They are padded already. */
static ssize_t send_lists(struct netlink *nl, struct nlmsghdr *nlh, const struct mdrv_message *msg)
{
	struct nlattr args = { sizeof(args) + msg->args_len, MDRV_A_ARGS };
	struct nlattr sync = { sizeof(sync) + msg->sync_len, MDRV_A_SYNC };
	struct iovec iov[] = {
		{ nlh, nlh->nlmsg_len },
		{ &args, msg->args_len ? sizeof(args) : 0 },
		{ (void *)msg->args, msg->args_len },
		{ &sync, msg->sync_len ? sizeof(sync) : 0 },
		{ (void *)msg->sync, msg->sync_len },
	};
	struct msghdr mh = { .msg_iov = iov, .msg_iovlen = 5 };

	for (int i = 1; i < 5; i++)
		nlh->nlmsg_len += iov[i].iov_len;
	return sendmsg(nl->fd, &mh, 0);
}

static ssize_t send_flat(struct netlink *nl, struct nlmsghdr *nlh, const struct mdrv_message *msg)
{
	if (msg->args_len)
		memcpy(put_attr(nlh, MDRV_A_ARGS, msg->args_len), msg->args, msg->args_len);
	if (msg->sync_len)
		memcpy(put_attr(nlh, MDRV_A_SYNC, msg->sync_len), msg->sync, msg->sync_len);
	return send(nl->fd, nlh, nlh->nlmsg_len, 0);
}

static int netlink_send(struct mdrv_transport *t, const struct mdrv_message *msg)
{
	struct netlink *nl = (struct netlink *)t;
	u8 buf[FLAT + 256] __attribute__((aligned(8)));
	ssize_t len;

	do {
		put_head(nl, (struct nlmsghdr *)buf, msg);
		len = msg->args_len + msg->sync_len <= FLAT ?
		      send_flat(nl, (struct nlmsghdr *)buf, msg) :
		      send_lists(nl, (struct nlmsghdr *)buf, msg);
	} while (len < 0 && errno == EINTR);
	return len < 0 ? -errno : 0;
}

static bool list_of(const struct nlattr *attr, u32 len, const u8 **at, u32 *to)
{
	*at = (const u8 *)(attr + 1);
	*to = len;
	return len <= MDRV_LIST_MAX && !(len & 7);
}

/* One attribute of @len bytes; those not known are from a newer kernel. */
static bool attr_of(const struct nlattr *attr, u32 len, struct mdrv_message *msg)
{
	static const struct { u8 size; u8 offset; } scalar[MDRV_A_MAX + 1] = {
		[MDRV_A_SESSION] = { 4, offsetof(struct mdrv_message, session) },
		[MDRV_A_CHAIN] = { 4, offsetof(struct mdrv_message, chain) },
		[MDRV_A_PARENT] = { 4, offsetof(struct mdrv_message, parent) },
		[MDRV_A_FUNC] = { 4, offsetof(struct mdrv_message, func) },
		[MDRV_A_ERROR] = { 4, offsetof(struct mdrv_message, error) },
		[MDRV_A_HZ] = { 4, offsetof(struct mdrv_message, hz) },
		[MDRV_A_JIFFIES] = { 8, offsetof(struct mdrv_message, jiffies) },
		[MDRV_A_MONOTONIC] = { 8, offsetof(struct mdrv_message, monotonic) },
	};
	u16 type = attr->nla_type & NLA_TYPE_MASK;

	if (type == MDRV_A_ARGS)
		return list_of(attr, len, &msg->args, &msg->args_len);
	if (type == MDRV_A_SYNC)
		return list_of(attr, len, &msg->sync, &msg->sync_len);
	if (type == MDRV_A_STANDBY)
		msg->standby = true;
	if (type > MDRV_A_MAX || !scalar[type].size)
		return true;
	if (len != scalar[type].size)
		return false;
	memcpy((u8 *)msg + scalar[type].offset, attr + 1, len);
	return true;
}

/* An error from the kernel's netlink code answers the message sent last. */
static int netlink_error(struct netlink *nl, const struct nlmsghdr *nlh)
{
	const struct nlmsgerr *err = mnl_nlmsg_get_payload(nlh);
	const struct nlattr *attr;
	size_t skip = sizeof(*err);

	if (nlh->nlmsg_len < MNL_NLMSG_HDRLEN + sizeof(*err))
		return -EPROTO;
	nl->why[0] = '\0';
	if (nlh->nlmsg_flags & NLM_F_ACK_TLVS) {
		if (!(nlh->nlmsg_flags & NLM_F_CAPPED))
			skip += err->msg.nlmsg_len - sizeof(err->msg);
		mnl_attr_for_each(attr, nlh, skip) {
			if (mnl_attr_get_type(attr) == NLMSGERR_ATTR_MSG &&
			    mnl_attr_validate(attr, MNL_TYPE_NUL_STRING) >= 0)
				strncpy(nl->why, mnl_attr_get_str(attr), sizeof(nl->why) - 1);
		}
	}
	return err->error;
}

static int parse(struct netlink *nl, const struct nlmsghdr *nlh, struct mdrv_message *msg)
{
	const struct genlmsghdr *genl = (const void *)(nlh + 1);
	const u8 *at = (const u8 *)(genl + 1);
	const u8 *end = (const u8 *)nlh + nlh->nlmsg_len;

	if (nlh->nlmsg_type != nl->family || at > end)
		return -EPROTO;
	msg->cmd = genl->cmd;
	while (end - at >= (ptrdiff_t)sizeof(struct nlattr)) {
		const struct nlattr *attr = (const void *)at;

		if (attr->nla_len < sizeof(*attr) || attr->nla_len > end - at ||
		    !attr_of(attr, attr->nla_len - sizeof(*attr), msg))
			return -EPROTO;
		if (MNL_ALIGN(attr->nla_len) >= end - at)
			break;
		at += MNL_ALIGN(attr->nla_len);
	}
	return 0;
}

static int netlink_recv(struct mdrv_transport *t, struct mdrv_message *msg)
{
	struct netlink *nl = (struct netlink *)t;
	const struct nlmsghdr *nlh;
	ssize_t len;
	int rc;

	memset(msg, 0, sizeof(*msg));
	msg->buf = mdrv_buf_get();
	for (;;) {
		len = recv(nl->fd, msg->buf->data, sizeof(msg->buf->data), MSG_TRUNC);
		if (len < 0 && errno == EINTR)
			continue;
		if (len < 0) {
			rc = -errno;
			break;
		}
		nlh = (const struct nlmsghdr *)msg->buf->data;
		if (len > (ssize_t)sizeof(msg->buf->data) || !mnl_nlmsg_ok(nlh, len)) {
			rc = -EPROTO;
			break;
		}
		if (nlh->nlmsg_type == NLMSG_ERROR) {
			rc = netlink_error(nl, nlh);
			if (!rc)
				continue;
			break;
		}
		rc = parse(nl, nlh, msg);
		break;
	}
	if (rc) {
		mdrv_buf_put(msg->buf);
		msg->buf = NULL;
	}
	return rc;
}

const char *mdrv_netlink_why(const struct mdrv_transport *t)
{
	return ((const struct netlink *)t)->why;
}

static int family_attr(const struct nlattr *attr, void *data)
{
	if (mnl_attr_get_type(attr) == CTRL_ATTR_FAMILY_ID &&
	    mnl_attr_validate(attr, MNL_TYPE_U16) >= 0)
		*(u16 *)data = mnl_attr_get_u16(attr);
	return MNL_CB_OK;
}

static int family_reply(const struct nlmsghdr *nlh, void *data)
{
	return mnl_attr_parse(nlh, sizeof(struct genlmsghdr), family_attr, data);
}

static int family_resolve(struct netlink *nl)
{
	char buf[4096] __attribute__((aligned(8)));
	struct nlmsghdr *nlh = mnl_nlmsg_put_header(buf);
	struct genlmsghdr *genl = mnl_nlmsg_put_extra_header(nlh, sizeof(*genl));
	ssize_t len;

	nlh->nlmsg_type = GENL_ID_CTRL;
	nlh->nlmsg_flags = NLM_F_REQUEST;
	nlh->nlmsg_seq = ++nl->seq;
	genl->cmd = CTRL_CMD_GETFAMILY;
	genl->version = 1;
	mnl_attr_put_strz(nlh, CTRL_ATTR_FAMILY_NAME, MDRV_GENL_NAME);
	if (mnl_socket_sendto(nl->sock, nlh, nlh->nlmsg_len) < 0)
		return -errno;
	len = mnl_socket_recvfrom(nl->sock, buf, sizeof(buf));
	if (len < 0)
		return -errno;
	if (mnl_cb_run(buf, len, 0, 0, family_reply, &nl->family) < 0)
		return -errno;
	return nl->family ? 0 : -ENOENT;
}

/*
 * A message is sent whole or not at all, so both queues must take the largest.
 * Without the privilege to raise them, the system's limit has to do.
 */
static void queue_sizes(int fd)
{
	int size = 4 * MDRV_MSG_MAX;

	if (setsockopt(fd, SOL_SOCKET, SO_SNDBUFFORCE, &size, sizeof(size)))
		setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &size, sizeof(size));
	if (setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, &size, sizeof(size)))
		setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &size, sizeof(size));
}

int mdrv_netlink_open(struct mdrv_transport **t)
{
	struct sockaddr_nl kernel = { .nl_family = AF_NETLINK };
	struct netlink *nl = calloc(1, sizeof(*nl));
	int one = 1;
	int rc;

	if (!nl)
		return -ENOMEM;
	nl->sock = mnl_socket_open2(NETLINK_GENERIC, SOCK_CLOEXEC);
	if (!nl->sock) {
		rc = -errno;
		free(nl);
		return rc;
	}
	nl->fd = mnl_socket_get_fd(nl->sock);
	nl->transport.send = netlink_send;
	nl->transport.recv = netlink_recv;
	rc = mnl_socket_bind(nl->sock, 0, MNL_SOCKET_AUTOPID) < 0 ||
	     connect(nl->fd, (struct sockaddr *)&kernel, sizeof(kernel)) ? -errno :
	     family_resolve(nl);
	if (rc) {
		mnl_socket_close(nl->sock);
		free(nl);
		return rc;
	}
	mnl_socket_setsockopt(nl->sock, NETLINK_EXT_ACK, &one, sizeof(one));
	mnl_socket_setsockopt(nl->sock, NETLINK_CAP_ACK, &one, sizeof(one));
	queue_sizes(nl->fd);
	*t = &nl->transport;
	return 0;
}
